/** ROR identifiers of copyright holders as the register names them; only those that were found in a published source. */
const known: Readonly<Record<string, string>> = {
  'Karolinska Institutet': 'https://ror.org/056d84691',
  KTH: 'https://ror.org/026vcq606',
  'KTH Royal Institute of Technology': 'https://ror.org/026vcq606',
  'Linköping University': 'https://ror.org/05ynxx418',
  'Lund University': 'https://ror.org/012a77v79',
  'Sahlgrenska University Hospital': 'https://ror.org/04vgqjj36',
  'Umeå University': 'https://ror.org/05kb8h459',
  'University of Gothenburg': 'https://ror.org/01tm6cn81',
  'Uppsala University': 'https://ror.org/048a87296',
}

/** The organisation's ROR address, or null where it is not known. */
export function rorOfHolder(name: string): string | null {
  return Object.hasOwn(known, name) ? (known[name] ?? null) : null
}
