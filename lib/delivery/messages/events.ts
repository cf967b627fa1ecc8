import type { Messages } from '@/lib/platform/messages'

/** What happened to files and their delivery, as sentences of the journal. */
export const messages = {
  en: {
    'event.delivery.file-added': 'Added a file to {slug} (version {version})',
    'event.delivery.file-registered': 'Registered a file in the store for {slug} (version {version})',
    'event.delivery.file-removed': 'Took a file off the list of {slug} (version {version})',
    'event.delivery.files-copied': 'Listed the files of version {from} again for {slug} (version {version})',
    'event.delivery.files-published': 'Published the files of {slug} (version {version})',
    'event.delivery.file-verified': 'Read a registered file of {slug} through (version {version}, {outcome})',
    'event.delivery.link-made': 'Made a link to fetch {slug} (version {version})',
    'event.delivery.download-begun': 'Began to fetch a file of {slug} (version {version})',
    'event.delivery.handed-over': 'Recorded that {slug} was handed over (on {on}, to {country})',
    'delivery.outcome.verified': 'as declared',
    'delivery.outcome.differs': 'differs from what was declared',
  },
  sv: {
    'event.delivery.file-added': 'Lade till en fil i {slug} (version {version})',
    'event.delivery.file-registered': 'Registrerade en fil i lagret för {slug} (version {version})',
    'event.delivery.file-removed': 'Tog bort en fil ur listan för {slug} (version {version})',
    'event.delivery.files-copied': 'Listade filerna i version {from} på nytt för {slug} (version {version})',
    'event.delivery.files-published': 'Publicerade filerna i {slug} (version {version})',
    'event.delivery.file-verified': 'Läste igenom en registrerad fil i {slug} (version {version}, {outcome})',
    'event.delivery.link-made': 'Skapade en länk för att hämta {slug} (version {version})',
    'event.delivery.download-begun': 'Började hämta en fil ur {slug} (version {version})',
    'event.delivery.handed-over': 'Antecknade att {slug} lämnades över (den {on}, till {country})',
    'delivery.outcome.verified': 'som uppgivet',
    'delivery.outcome.differs': 'skiljer sig från det uppgivna',
  },
} as const satisfies Messages
