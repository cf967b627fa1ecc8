/** What the schemas of the catalogue say of a value that cannot be taken, in both languages; `{at}` is a position. */
export const invalid = {
  required: { en: 'Write something here.', sv: 'Skriv något här.' },
  tooLong: { en: 'This is too long; shorten it.', sv: 'Texten är för lång, korta den.' },
  tooMany: { en: 'There are too many values here.', sv: 'Här finns för många värden.' },
  repeated: {
    en: 'A value stands here more than once; keep one.',
    sv: 'Ett värde står här mer än en gång, behåll ett.',
  },
  control: { en: 'Remove the invisible control characters.', sv: 'Ta bort de osynliga styrtecknen.' },
  personalNumber: {
    en: 'This holds what looks like a Swedish personal number at character {at}; such numbers are never stored.',
    sv: 'Här står vad som ser ut som ett svenskt personnummer vid tecken {at}; sådana nummer sparas aldrig.',
  },
  slug: {
    en: 'The short address is 2 to 64 lower-case letters, digits and single hyphens, such as “mbtst-dm”.',
    sv: 'Kortadressen är 2 till 64 gemener, siffror och enkla bindestreck, till exempel ”mbtst-dm”.',
  },
  doi: { en: 'A DOI reads like 10.23698/aida/ctpa.', sv: 'En DOI ser ut som 10.23698/aida/ctpa.' },
  orcid: {
    en: 'An ORCID iD reads like 0000-0002-1825-0097; the last character is a check that does not fit here.',
    sv: 'Ett ORCID-id ser ut som 0000-0002-1825-0097; det sista tecknet är en kontroll som inte stämmer här.',
  },
  modality: {
    en: 'The modality is a DICOM acquisition code, such as CT, MR or SM.',
    sv: 'Modaliteten är en DICOM-kod för insamling, till exempel CT, MR eller SM.',
  },
  sctid: {
    en: 'The SNOMED CT code is 6 to 18 digits with a right check digit, and names a concept.',
    sv: 'SNOMED CT-koden är 6 till 18 siffror med rätt kontrollsiffra, och avser ett begrepp.',
  },
  uberon: { en: 'An Uberon code reads like UBERON:0002048.', sv: 'En Uberonkod ser ut som UBERON:0002048.' },
  duo: { en: 'A data use code reads like DUO:0000042.', sv: 'En kod för dataanvändning ser ut som DUO:0000042.' },
  count: { en: 'The number is whole and not negative.', sv: 'Talet är helt och inte negativt.' },
  version: {
    en: 'The version is two or three numbers with full stops between, such as 1.2.0.',
    sv: 'Versionen är två eller tre tal med punkter emellan, till exempel 1.2.0.',
  },
  date: {
    en: 'The date is a day that exists, written 2019-04-08.',
    sv: 'Datumet är en dag som finns, skriven 2019-04-08.',
  },
  dateOrder: {
    en: 'The dates run from created over published to modified.',
    sv: 'Datumen går från skapad över publicerad till ändrad.',
  },
  year: { en: 'The year is four digits between 1900 and 2999.', sv: 'Året är fyra siffror mellan 1900 och 2999.' },
  url: {
    en: 'The address starts with https:// or http:// and holds no spaces.',
    sv: 'Adressen börjar med https:// eller http:// och saknar mellanslag.',
  },
  email: { en: 'The e-mail address reads like name@example.org.', sv: 'E-postadressen ser ut som namn@example.org.' },
  choice: { en: 'Choose one of the values offered.', sv: 'Välj ett av de värden som erbjuds.' },
  country: {
    en: 'The country is a code of two letters, such as SE.',
    sv: 'Landet är en kod av två bokstäver, till exempel SE.',
  },
  holderOrcid: {
    en: 'Only a person has an ORCID iD.',
    sv: 'Bara en person har ett ORCID-id.',
  },
  reason: {
    en: 'Give a reason of at least 5 characters.',
    sv: 'Ange ett skäl på minst 5 tecken.',
  },
  importSize: { en: 'The file is empty or too large.', sv: 'Filen är tom eller för stor.' },
  emptySearch: {
    en: 'Save a search that holds at least one word or filter.',
    sv: 'Spara en sökning med minst ett ord eller filter.',
  },
} as const satisfies Record<string, { en: string; sv: string }>

export type InvalidKey = keyof typeof invalid

const patterns = Object.values(invalid).map(({ en, sv }) => {
  const [before = '', after] = en.split('{at}')
  return { before, after, sv }
})

/** A sentence of a schema in the reader's language; a sentence that is not of this table comes back as it is. */
export function translateInvalid(sentence: string, language: 'en' | 'sv'): string {
  if (language === 'en') return sentence
  for (const { before, after, sv } of patterns) {
    if (after === undefined ? sentence === before : sentence.startsWith(before) && sentence.endsWith(after)) {
      return sv.replace('{at}', sentence.slice(before.length, sentence.length - (after ?? '').length))
    }
  }
  return sentence
}
