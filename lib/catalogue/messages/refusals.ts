import type { Messages } from '@/lib/platform/messages'

/** Why the catalogue refuses what was asked. */
export const messages = {
  en: {
    'refusal.catalogue.collides':
      'Somebody else changed the same fields while you wrote. Nothing was overwritten and what you typed is kept: choose below.',
    'refusal.catalogue.nothing-new':
      'The draft says what version {version} says already. Change something, or discard it.',
    'refusal.catalogue.import-too-long': 'The file holds {rows, number} rows; the most is {limit, number}. Split it.',
    'refusal.catalogue.import-moved-on':
      'Nothing was imported: {moved, plural, one {# dataset has} other {# datasets have}} changed since the dry run. Upload the file again.',
    'refusal.catalogue.import-applied': 'This upload was imported already.',
    'refusal.catalogue.own-proposal': 'The proposal is yours: another steward decides on it.',
    'refusal.catalogue.too-many-proposals':
      '{limit, number} of your proposals wait for an answer, which is the most. More can come when some are answered.',
    'refusal.catalogue.not-utf8':
      '{problem, select, utf16 {The file is written in UTF-16.} binary {This is no text file; a spreadsheet is saved as CSV first.} other {The file is not written in UTF-8; it looks like Latin-1 or Windows-1252.}} Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”) and choose it again.',
    'refusal.catalogue.import-unreadable':
      'The file cannot be read as {format}: {problem, select, unlisted {it holds no list of datasets} unheaded {its first line names no column “slug” or “doi”} repeated {its first line names a column twice} other {{line, plural, =0 {it breaks off or is not written by the rules of {format}} other {something is wrong at line #}}}}.',
    'refusal.catalogue.not-in-this-state': 'The dataset is not in a state in which this can be done. Reload the page.',
    'refusal.catalogue.use-moved-on':
      'Somebody else has stated the use meanwhile, so nothing was saved. Reload the page to see it.',
    'refusal.catalogue.use-unchanged': 'This is what is stated already.',
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
    'refusal.catalogue.proposal-decided': 'The proposal has been decided already.',
    'refusal.catalogue.priority-closed': 'The item has been closed already.',
    'refusal.catalogue.too-many-saved': 'You have {limit, number} saved searches, which is the most. Remove one first.',
    'refusal.catalogue.replacement-unknown': 'There is no published dataset {slug} to refer to.',
    'refusal.catalogue.too-many-to-compare': 'Up to {limit, number} datasets can be compared.',
  },
  sv: {
    'refusal.catalogue.collides':
      'Någon annan ändrade samma fält medan du skrev. Ingenting skrevs över och det du skrev finns kvar: välj nedan.',
    'refusal.catalogue.nothing-new': 'Utkastet säger detsamma som version {version}. Ändra något, eller kasta det.',
    'refusal.catalogue.import-too-long':
      'Filen har {rows, number} rader; den längsta som tas emot har {limit, number}. Dela den.',
    'refusal.catalogue.import-moved-on':
      'Ingenting importerades: {moved, plural, one {# dataset} other {# dataset}} har ändrats sedan provkörningen. Ladda upp filen igen.',
    'refusal.catalogue.import-applied': 'Den här filen är redan importerad.',
    'refusal.catalogue.own-proposal': 'Förslaget är ditt: en annan dataförvaltare avgör det.',
    'refusal.catalogue.too-many-proposals':
      '{limit, number} av dina förslag väntar på svar, vilket är det högsta antalet. Fler kan komma när några har besvarats.',
    'refusal.catalogue.not-utf8':
      '{problem, select, utf16 {Filen är skriven i UTF-16.} binary {Det här är ingen textfil; ett kalkylblad sparas först som CSV.} other {Filen är inte skriven i UTF-8; den ser ut som Latin-1 eller Windows-1252.}} Spara den som UTF-8 (i ett kalkylprogram: ”CSV UTF-8”) och välj den igen.',
    'refusal.catalogue.import-unreadable':
      'Filen kan inte läsas som {format}: {problem, select, unlisted {den innehåller ingen lista av dataset} unheaded {dess första rad nämner ingen kolumn ”slug” eller ”doi”} repeated {dess första rad nämner en kolumn två gånger} other {{line, plural, =0 {den slutar för tidigt eller följer inte reglerna för {format}} other {något är fel på rad #}}}}.',
    'refusal.catalogue.not-in-this-state': 'Datasetet är inte i ett tillstånd där detta kan göras. Ladda om sidan.',
    'refusal.catalogue.use-moved-on':
      'Någon annan har angett användningen under tiden, så inget sparades. Ladda om sidan för att se den.',
    'refusal.catalogue.use-unchanged': 'Detta är redan vad som gäller.',
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
    'refusal.catalogue.proposal-decided': 'Förslaget är redan avgjort.',
    'refusal.catalogue.priority-closed': 'Posten är redan avslutad.',
    'refusal.catalogue.too-many-saved':
      'Du har {limit, number} sparade sökningar, vilket är det högsta antalet. Ta bort en först.',
    'refusal.catalogue.replacement-unknown': 'Det finns inget publicerat dataset {slug} att hänvisa till.',
    'refusal.catalogue.too-many-to-compare': 'Högst {limit, number} dataset kan jämföras.',
  },
} as const satisfies Messages
