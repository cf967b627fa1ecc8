/** Organisations that people of the hub come from, for the list on the profile page; any other is given by its ROR address. */
export const organisations = [
  { name: 'Chalmers University of Technology', ror: 'https://ror.org/040wg7k59' },
  { name: 'KTH Royal Institute of Technology', ror: 'https://ror.org/026vcq606' },
  { name: 'Karolinska Institutet', ror: 'https://ror.org/056d84691' },
  { name: 'Linköping University', ror: 'https://ror.org/05ynxx418' },
  { name: 'Lund University', ror: 'https://ror.org/012a77v79' },
  { name: 'Sahlgrenska University Hospital', ror: 'https://ror.org/04vgqjj36' },
  { name: 'SciLifeLab', ror: 'https://ror.org/04ev03g22' },
  { name: 'Umeå University', ror: 'https://ror.org/05kb8h459' },
  { name: 'University of Gothenburg', ror: 'https://ror.org/01tm6cn81' },
  { name: 'Uppsala University', ror: 'https://ror.org/048a87296' },
] as const

/** The name of an organisation by its ROR address; an address that is not on the list stands for itself. */
export const organisationName = (address: string | null): string | null =>
  organisations.find(({ ror }) => ror === address)?.name ?? address
