import type { Messages } from '@/lib/platform/messages'

/** What happened in the catalogue, as sentences of the journal. */
export const messages = {
  en: {
    'event.catalogue.dataset-created': 'Made a draft of a new dataset, {slug}',
    'event.catalogue.draft-saved': 'Changed the draft of {slug}: {fields}',
    'event.catalogue.draft-discarded': 'Discarded the draft of {slug}',
    'event.catalogue.version-published': 'Published {slug}, version {version}',
    'event.catalogue.dataset-hidden': 'Hid the dataset {slug}',
    'event.catalogue.dataset-shown': 'Showed the dataset {slug} again',
    'event.catalogue.dataset-withdrawn':
      'Withdrew the dataset {slug}{replacedBy, select, null {} other { in favour of {replacedBy}}}',
    'event.catalogue.data-use-stated': 'Stated for what {slug} may be used',
    'event.catalogue.import-staged': 'Tried out an upload (rows: {rows}, refused: {refused})',
    'event.catalogue.import-applied': 'Imported an upload (new: {created}, changed: {changed}, unchanged: {unchanged})',
    'event.catalogue.collection-proposed': 'Proposed a collection',
    'event.catalogue.proposal-taken-up': 'Took up a proposal',
    'event.catalogue.proposal-declined': 'Declined a proposal',
    'event.catalogue.priority-added': 'Put an item on the priority list, in place {rank}',
    'event.catalogue.priority-edited': 'Edited an item of the priority list',
    'event.catalogue.priority-moved': 'Moved an item of the priority list from place {from} to {to}',
    'event.catalogue.priority-marked':
      'Marked an item of the priority list as {state, select, wanted {wanted} collecting {being collected} other {…}}',
    'event.catalogue.priority-closed':
      'Ended an item of the priority list as {outcome, select, collected {collected} dropped {dropped} other {…}}{datasetSlug, select, null {} other {: {datasetSlug}}}',
    'event.catalogue.search-saved': 'Saved a search',
    'event.catalogue.saved-search-changed': 'Changed a saved search',
    'event.catalogue.feed-renewed': 'Made a feed address for a saved search',
    'event.catalogue.feed-closed': 'Ended the feed of a saved search',
    'event.catalogue.saved-search-removed': 'Removed a saved search',
  },
  sv: {
    'event.catalogue.dataset-created': 'Skapade ett utkast till ett nytt dataset, {slug}',
    'event.catalogue.draft-saved': 'Ändrade utkastet till {slug}: {fields}',
    'event.catalogue.draft-discarded': 'Kastade utkastet till {slug}',
    'event.catalogue.version-published': 'Publicerade {slug}, version {version}',
    'event.catalogue.dataset-hidden': 'Dolde datasetet {slug}',
    'event.catalogue.dataset-shown': 'Visade datasetet {slug} igen',
    'event.catalogue.dataset-withdrawn':
      'Drog tillbaka datasetet {slug}{replacedBy, select, null {} other { till förmån för {replacedBy}}}',
    'event.catalogue.data-use-stated': 'Angav vad {slug} får användas till',
    'event.catalogue.import-staged': 'Provkörde en uppladdning (rader: {rows}, avvisade: {refused})',
    'event.catalogue.import-applied':
      'Importerade en uppladdning (nya: {created}, ändrade: {changed}, oförändrade: {unchanged})',
    'event.catalogue.collection-proposed': 'Föreslog en insamling',
    'event.catalogue.proposal-taken-up': 'Antog ett förslag',
    'event.catalogue.proposal-declined': 'Avslog ett förslag',
    'event.catalogue.priority-added': 'Satte upp en post på prioriteringslistan, på plats {rank}',
    'event.catalogue.priority-edited': 'Redigerade en post på prioriteringslistan',
    'event.catalogue.priority-moved': 'Flyttade en post på prioriteringslistan från plats {from} till {to}',
    'event.catalogue.priority-marked':
      'Märkte en post på prioriteringslistan som {state, select, wanted {önskad} collecting {under insamling} other {…}}',
    'event.catalogue.priority-closed':
      'Avslutade en post på prioriteringslistan som {outcome, select, collected {insamlad} dropped {struken} other {…}}{datasetSlug, select, null {} other {: {datasetSlug}}}',
    'event.catalogue.search-saved': 'Sparade en sökning',
    'event.catalogue.saved-search-changed': 'Ändrade en sparad sökning',
    'event.catalogue.feed-renewed': 'Skapade en flödesadress för en sparad sökning',
    'event.catalogue.feed-closed': 'Avslutade flödet för en sparad sökning',
    'event.catalogue.saved-search-removed': 'Tog bort en sparad sökning',
  },
} as const satisfies Messages
