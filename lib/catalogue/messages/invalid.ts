import type { Messages } from '@/lib/platform/messages'

/** What is wrong with a value of a form or a request, and what would be right. */
export const messages = {
  en: {
    'catalogue.invalid.required': 'Write something here.',
    'catalogue.invalid.too-long': 'This is too long; shorten it.',
    'catalogue.invalid.too-many': 'There are too many values here.',
    'catalogue.invalid.repeated': 'A value stands here more than once; keep one.',
    'catalogue.invalid.control': 'Remove the invisible control characters.',
    'catalogue.invalid.personal-number':
      'This holds what looks like a Swedish personal number at character {at}; such numbers are never stored.',
    'catalogue.invalid.slug':
      'The short address is 2 to 64 lower-case letters, digits and single hyphens, such as “mbtst-dm”.',
    'catalogue.invalid.doi': 'A DOI reads like 10.23698/aida/ctpa.',
    'catalogue.invalid.orcid':
      'An ORCID iD reads like 0000-0002-1825-0097; the last character is a check that does not fit here.',
    'catalogue.invalid.modality': 'The modality is a DICOM acquisition code, such as CT, MR or SM.',
    'catalogue.invalid.sctid': 'The SNOMED CT code is 6 to 18 digits with a right check digit, and names a concept.',
    'catalogue.invalid.uberon': 'An Uberon code reads like UBERON:0002048.',
    'catalogue.invalid.duo': 'A data use code reads like DUO:0000042.',
    'catalogue.invalid.count': 'The number is whole and not negative.',
    'catalogue.invalid.version': 'The version is two or three numbers with full stops between, such as 1.2.0.',
    'catalogue.invalid.date': 'The date is a day that exists, written 2019-04-08.',
    'catalogue.invalid.date-order': 'The dates run from created over published to modified.',
    'catalogue.invalid.year': 'The year is four digits between 1900 and 2999.',
    'catalogue.invalid.url': 'The address starts with https:// or http:// and holds no spaces.',
    'catalogue.invalid.email': 'The e-mail address reads like name@example.org.',
    'catalogue.invalid.choice': 'Choose one of the values offered.',
    'catalogue.invalid.holder-orcid': 'Only a person has an ORCID iD.',
    'catalogue.invalid.reason': 'Give a reason of at least 5 characters.',
    'catalogue.invalid.import-size': 'The file is empty or too large.',
    'catalogue.invalid.empty-search': 'Save a search that holds at least one word or filter.',
  },
  sv: {
    'catalogue.invalid.required': 'Skriv något här.',
    'catalogue.invalid.too-long': 'Texten är för lång, korta den.',
    'catalogue.invalid.too-many': 'Här finns för många värden.',
    'catalogue.invalid.repeated': 'Ett värde står här mer än en gång, behåll ett.',
    'catalogue.invalid.control': 'Ta bort de osynliga styrtecknen.',
    'catalogue.invalid.personal-number':
      'Här står vad som ser ut som ett svenskt personnummer vid tecken {at}; sådana nummer sparas aldrig.',
    'catalogue.invalid.slug':
      'Kortadressen är 2 till 64 gemener, siffror och enkla bindestreck, till exempel ”mbtst-dm”.',
    'catalogue.invalid.doi': 'En DOI ser ut som 10.23698/aida/ctpa.',
    'catalogue.invalid.orcid':
      'Ett ORCID-id ser ut som 0000-0002-1825-0097; det sista tecknet är en kontroll som inte stämmer här.',
    'catalogue.invalid.modality': 'Modaliteten är en DICOM-kod för insamling, till exempel CT, MR eller SM.',
    'catalogue.invalid.sctid': 'SNOMED CT-koden är 6 till 18 siffror med rätt kontrollsiffra, och avser ett begrepp.',
    'catalogue.invalid.uberon': 'En Uberonkod ser ut som UBERON:0002048.',
    'catalogue.invalid.duo': 'En kod för dataanvändning ser ut som DUO:0000042.',
    'catalogue.invalid.count': 'Talet är helt och inte negativt.',
    'catalogue.invalid.version': 'Versionen är två eller tre tal med punkter emellan, till exempel 1.2.0.',
    'catalogue.invalid.date': 'Datumet är en dag som finns, skriven 2019-04-08.',
    'catalogue.invalid.date-order': 'Datumen går från skapad över publicerad till ändrad.',
    'catalogue.invalid.year': 'Året är fyra siffror mellan 1900 och 2999.',
    'catalogue.invalid.url': 'Adressen börjar med https:// eller http:// och saknar mellanslag.',
    'catalogue.invalid.email': 'E-postadressen ser ut som namn@example.org.',
    'catalogue.invalid.choice': 'Välj ett av de värden som erbjuds.',
    'catalogue.invalid.holder-orcid': 'Bara en person har ett ORCID-id.',
    'catalogue.invalid.reason': 'Ange ett skäl på minst 5 tecken.',
    'catalogue.invalid.import-size': 'Filen är tom eller för stor.',
    'catalogue.invalid.empty-search': 'Spara en sökning med minst ett ord eller filter.',
  },
} as const satisfies Messages
