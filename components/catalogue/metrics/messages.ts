import type { Messages } from '@/lib/platform/messages'

export const messages = {
  en: {
    'metrics.title': 'Metrics',
    'metrics.lead': 'What the hub’s catalogue holds and how it is shared. Hidden datasets are in no figure.',
    'metrics.table': 'The catalogue by group',
    'metrics.table.note':
      'A dataset is in a group when its keywords hold exactly that word. What is not stated counts as 0; sizes are in powers of 1000.',
    'metrics.group': 'Group',
    'metrics.datasets': 'Datasets',
    'metrics.scans': 'Scans',
    'metrics.annotations': 'Annotations',
    'metrics.size': 'Size',
    'metrics.counts': 'Breadth and sharing',
    'metrics.counts.modalities': '{count, plural, one {modality} other {modalities}}',
    'metrics.counts.organs': '{count, plural, one {organ} other {organs}}',
    'metrics.counts.countries': '{count, plural, one {country} other {countries}}',
    'metrics.counts.events': 'external sharing {count, plural, one {event} other {events}}',
    'metrics.map': 'Where the data has gone',
    'metrics.map.summary':
      '{events, number} sharing events in {countries, plural, one {# country} other {# countries}}, most in {most}.',
    'metrics.map.none': 'Nothing has been shared yet.',
    'metrics.map.recorded':
      '{recorded, plural, one {# event was} other {# events were}} recorded here, as data were fetched; the CSV tells them apart.',
    'metrics.map.illustrative':
      'The total and the countries are the hub’s own; how many events each country has is illustrative.',
    'metrics.country': 'Country',
    'metrics.events': 'Sharing events',
    'metrics.growth': 'Growth',
    'metrics.growth.note': 'Published datasets at the end of each quarter.',
    'metrics.growth.summary': 'From {first, number} in {from} to {last, number} in {to}.',
    'metrics.quarter': 'Quarter',
    'metrics.matrix': 'Modality by organ',
    'metrics.matrix.note': 'Datasets; each figure leads to them.',
    'metrics.organ': 'Organ',
    'metrics.csv': 'Download CSV',
  },
  sv: {
    'metrics.title': 'Statistik',
    'metrics.lead': 'Vad hubbens katalog innehåller och hur det delas. Dolda dataset ingår inte i någon siffra.',
    'metrics.table': 'Katalogen per grupp',
    'metrics.table.note':
      'Ett dataset ingår i en grupp när dess nyckelord innehåller exakt det ordet. Det som inte är angivet räknas som 0; storlekar anges i tusenpotenser.',
    'metrics.group': 'Grupp',
    'metrics.datasets': 'Dataset',
    'metrics.scans': 'Undersökningar',
    'metrics.annotations': 'Annoteringar',
    'metrics.size': 'Storlek',
    'metrics.counts': 'Bredd och delning',
    'metrics.counts.modalities': '{count, plural, one {modalitet} other {modaliteter}}',
    'metrics.counts.organs': 'organ',
    'metrics.counts.countries': '{count, plural, one {land} other {länder}}',
    'metrics.counts.events': '{count, plural, one {extern delning} other {externa delningar}}',
    'metrics.map': 'Vart datan har gått',
    'metrics.map.summary':
      '{events, number} delningar i {countries, plural, one {# land} other {# länder}}, flest i {most}.',
    'metrics.map.none': 'Inget har delats ännu.',
    'metrics.map.recorded':
      '{recorded, plural, one {# delning registrerades} other {# delningar registrerades}} här, när data hämtades; CSV-filen skiljer dem åt.',
    'metrics.map.illustrative':
      'Summan och länderna är hubbens egna; hur många delningar varje land har är illustrativt.',
    'metrics.country': 'Land',
    'metrics.events': 'Delningar',
    'metrics.growth': 'Tillväxt',
    'metrics.growth.note': 'Publicerade dataset vid varje kvartals slut.',
    'metrics.growth.summary': 'Från {first, number} i {from} till {last, number} i {to}.',
    'metrics.quarter': 'Kvartal',
    'metrics.matrix': 'Modalitet per organ',
    'metrics.matrix.note': 'Dataset; varje siffra leder till dem.',
    'metrics.organ': 'Organ',
    'metrics.csv': 'Ladda ner CSV',
  },
} as const satisfies Messages
