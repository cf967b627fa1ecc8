import { fold } from './search/fold'

/** Swedish names of the organs the register holds, by their English name in lower case; another organ keeps its name. */
const swedish: Readonly<Record<string, string>> = {
  brain: 'Hjärna',
  breast: 'Bröst',
  colon: 'Tjocktarm',
  femur: 'Lårben',
  knee: 'Knä',
  liver: 'Lever',
  lung: 'Lunga',
  'lymph node': 'Lymfkörtel',
  ovary: 'Äggstock',
  pelvis: 'Bäcken',
  prostate: 'Prostata',
  skeleton: 'Skelett',
  skin: 'Hud',
  skull: 'Skalle',
}

/** A name as it stands in an address and in an index: lower case, a hyphen for each gap. */
export function nameKey(name: string): string {
  return name.trim().toLowerCase().normalize('NFC').replace(/\s+/g, '-')
}

/** A readable name for a key whose own spelling is not at hand. */
export function nameOfKey(key: string): string {
  const words = key.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The organs whose Swedish name holds the text, letter case and accents aside. */
export function organsInEnglish(text: string): { english: string; swedish: string }[] {
  const part = fold(text)
  const all = Object.entries(swedish).map(([english, name]) => ({ english, swedish: name }))
  return part.length < 3 ? [] : all.filter((organ) => fold(organ.swedish).includes(part))
}

/** The organ's name in the reader's language. */
export function organLabel(name: string, language: 'en' | 'sv'): string {
  const key = name.trim().toLowerCase()
  return language === 'sv' && Object.hasOwn(swedish, key) ? (swedish[key] ?? name) : name
}
