import { describe, expect, it } from 'vitest'
import { text } from '@/components/messages'
import { happened as inAgreements } from '@/lib/agreements/events'
import { happened as inBooking } from '@/lib/booking/events/bookings'
import { happened as toCalendars } from '@/lib/booking/events/calendar'
import { happened as toClosures } from '@/lib/booking/events/closures'
import { happened as toMachines } from '@/lib/booking/events/machines'
import { happened as toReadiness } from '@/lib/booking/events/readiness'
import { happened as inCatalogue } from '@/lib/catalogue/events'
import { happened as inIdentity, linkRequested } from '@/lib/identity/events'
import type { JournalEntry } from '@/lib/identity/queries/journal'
import { happened as inProjects } from '@/lib/projects/events'
import { entryWords, typesByModule, typeWords } from './journal-words'

const modules = [
  inAgreements,
  inBooking,
  inCatalogue,
  inIdentity,
  inProjects,
  toMachines,
  toReadiness,
  toCalendars,
  toClosures,
]
const facts = modules
  .flatMap((one) => Object.values(one))
  .map((make): { type: string } => Reflect.apply(make, undefined, ['id', {}]))
const types = [...facts, linkRequested('register', 'id'), linkRequested('reset', 'id')].map(({ type }) => type)

const entry = (type: string, data: JournalEntry['data']): JournalEntry => ({
  id: '1',
  at: new Date(0),
  type,
  stream: 'dataset:1',
  seq: 1,
  actorKind: 'system',
  actor: 'seed',
  behalf: null,
  subject: null,
  subjectId: '1',
  person: null,
  data,
})

describe('what the journal says', () => {
  it('has a sentence for every event of every module, in both languages', () => {
    const worded = [...typesByModule.values()].flat()
    expect(types.filter((type) => !worded.includes(type))).toEqual([])
    for (const language of ['en', 'sv'] as const) {
      const words = types.map((type) => typeWords(text(language), type))
      expect(words.filter((word) => /undefined|null|NaN|[{}]|\w\.\w/.test(word))).toEqual([])
      expect(new Set(words).size).toBe(types.length)
    }
  })

  it.each(['en', 'sv'] as const)('can be listed and shown in %s whatever an entry lacks', (language) => {
    const worded = [...typesByModule.values()].flat()
    expect(worded.length).toBeGreaterThan(types.length)
    for (const type of worded)
      for (const words of [typeWords(text(language), type), entryWords(text(language), entry(type, {}))]) {
        expect(words).toMatch(/\p{L}{3}/u)
        expect(words).not.toMatch(/undefined|null|NaN|[{}]/)
      }
  })

  it('puts what an entry holds into the sentence', () => {
    const saved = entry('catalogue.draft-saved', { slug: 'ctpa', revision: 2, fields: ['title', 'bytes'] })
    expect(entryWords(text('en'), saved)).toBe('Changed the draft of ctpa: Title, Size')
    const gone = { slug: 'ctpa', revision: 3, replacedBy: null }
    expect(entryWords(text('sv'), entry('catalogue.dataset-withdrawn', gone))).toBe('Drog tillbaka datasetet ctpa')
    const closed = { outcome: 'collected', datasetSlug: 'ctpa' }
    expect(entryWords(text('en'), entry('catalogue.priority-closed', closed))).toBe(
      'Ended an item of the priority list as collected: ctpa',
    )
    const accepted = entry('agreements.text-accepted', { kind: 'user-terms', version: 2 })
    expect(entryWords(text('en'), accepted)).toBe('Accepted a text (User terms, version 2)')
    const tried = entryWords(text('sv'), entry('catalogue.import-staged', { rows: 12, refused: 0 }))
    expect(tried).toBe('Provkörde en uppladdning (rader: 12, avvisade: 0)')
  })

  it('names a kind of event without what differs from one to the next', () => {
    const t = text('en')
    expect(typeWords(t, 'identity.role-given')).toBe('Gave … the role …')
    expect(typeWords(t, 'identity.signed-in')).toBe('Signed in')
    expect(typeWords(t, 'catalogue.draft-saved')).toBe('Changed the draft of …')
    expect(typeWords(t, 'other.unheard-of')).toBe('other.unheard-of')
  })
})
