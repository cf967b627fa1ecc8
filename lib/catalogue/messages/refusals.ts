import type { Messages } from '@/lib/platform/messages'

/** Why the catalogue refuses what was asked. */
export const messages = {
  en: {
    'refusal.catalogue.not-in-this-state': 'The dataset is not in a state in which this can be done. Reload the page.',
    'refusal.catalogue.moved-on':
      'Somebody else has changed this since you opened it (revision {expected, number}, now {revision, number}). Nothing was overwritten; compare and decide.',
    'refusal.catalogue.no-draft': 'There is no draft.',
    'refusal.catalogue.slug-fixed': 'The short address is part of the DOI and stays {slug}.',
    'refusal.catalogue.slug-taken': 'There is, or was, a dataset with the short address {slug}. Choose another.',
    'refusal.catalogue.incomplete':
      'The dataset cannot be published yet: some fields that it is cited or asked for by are empty.',
    'refusal.catalogue.version-not-greater':
      'Version {version} does not follow those published. Give a greater number.',
    'refusal.catalogue.import-refused':
      'Nothing was imported: {refused, plural, one {# row is} other {# rows are}} refused. Mend the file and try again.',
    'refusal.catalogue.import-nothing': 'Nothing was imported: the file holds no new or changed dataset.',
    'refusal.catalogue.import-unreadable': 'The file cannot be read as {format}: {problem}.',
    'refusal.catalogue.proposal-decided': 'The proposal has been decided already.',
    'refusal.catalogue.priority-closed': 'The item has been closed already.',
    'refusal.catalogue.too-many-saved': 'You have {limit, number} saved searches, which is the most. Remove one first.',
    'refusal.catalogue.replacement-unknown': 'There is no published dataset {slug} to refer to.',
    'refusal.catalogue.too-many-to-compare': 'Up to {limit, number} datasets can be compared.',
  },
  sv: {
    'refusal.catalogue.not-in-this-state': 'Datasetet är inte i ett tillstånd där detta kan göras. Ladda om sidan.',
    'refusal.catalogue.moved-on':
      'Någon annan har ändrat detta sedan du öppnade det (revision {expected, number}, nu {revision, number}). Ingenting skrevs över; jämför och avgör.',
    'refusal.catalogue.no-draft': 'Det finns inget utkast.',
    'refusal.catalogue.slug-fixed': 'Kortadressen är en del av DOI:n och förblir {slug}.',
    'refusal.catalogue.slug-taken': 'Det finns eller har funnits ett dataset med kortadressen {slug}. Välj en annan.',
    'refusal.catalogue.incomplete':
      'Datasetet kan inte publiceras ännu: några fält som det citeras eller söks med är tomma.',
    'refusal.catalogue.version-not-greater':
      'Version {version} följer inte på dem som publicerats. Ange ett större nummer.',
    'refusal.catalogue.import-refused':
      'Ingenting importerades: {refused, plural, one {# rad} other {# rader}} avvisades. Rätta filen och försök igen.',
    'refusal.catalogue.import-nothing': 'Ingenting importerades: filen innehåller inget nytt eller ändrat dataset.',
    'refusal.catalogue.import-unreadable': 'Filen kan inte läsas som {format}: {problem}.',
    'refusal.catalogue.proposal-decided': 'Förslaget är redan avgjort.',
    'refusal.catalogue.priority-closed': 'Posten är redan avslutad.',
    'refusal.catalogue.too-many-saved':
      'Du har {limit, number} sparade sökningar, vilket är det högsta antalet. Ta bort en först.',
    'refusal.catalogue.replacement-unknown': 'Det finns inget publicerat dataset {slug} att hänvisa till.',
    'refusal.catalogue.too-many-to-compare': 'Högst {limit, number} dataset kan jämföras.',
  },
} as const satisfies Messages
