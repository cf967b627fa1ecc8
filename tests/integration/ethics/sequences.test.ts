import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeApproval, discardChange } from '@/lib/ethics/commands/change-approval'
import { returnApproval, verifyApproval } from '@/lib/ethics/commands/judge-approval'
import { addDocument } from '@/lib/ethics/commands/keep-documents'
import { submitApproval, takeBackSubmission, withdrawApproval } from '@/lib/ethics/commands/submit-approval'
import { permits, type VersionState } from '@/lib/ethics/rules/versions'
import type { Person } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { Refused } from '@/lib/platform/refusal'
import type { Upload } from '@/lib/platform/upload'
import { pdf } from '../agreements/files'
import { projectOf } from '../agreements/projects'
import { as, somebody } from '../identity/people'
import { everything, type Made, officer, registered, said } from './approvals'

const verbs = ['change', 'submit', 'take-back', 'discard', 'document', 'verify', 'return', 'withdraw'] as const
type Verb = (typeof verbs)[number]
const whos = ['pi', 'member', 'officer', 'own-officer', 'stranger'] as const
type Who = (typeof whos)[number]

/** What one who only watches would say of an approval: by the table of states, and what the words of each verb mean. */
type Watched = {
  state: VersionState
  ordinal: number
  title: number
  /** The decision is among its documents. */
  decided: boolean
  /** It has documents that nobody verified. */
  fresh: boolean
  over: boolean
}
/** What was verified, to see whether a draft says anything new. */
type Kept = { title: number; governs: boolean }

const keeps: ReadonlySet<Verb> = new Set(['change', 'submit', 'take-back', 'discard', 'document'])

function isAllowed(verb: Verb, who: Who, now: Watched, kept: Kept): boolean {
  if (now.over) return false
  if (verb === 'withdraw') return who === 'pi'
  const by = keeps.has(verb) ? ('keeper' as const) : ('officer' as const)
  if (who !== (by === 'keeper' ? 'pi' : 'officer')) return false
  if (!(permits[now.state][by] as readonly string[]).includes(verb)) return false
  if (verb === 'discard') return now.ordinal > 1
  if (verb !== 'submit') return true
  return now.decided && (!kept.governs || kept.title !== now.title || now.fresh)
}

/** The versions before, to go back to when a draft is thrown away. */
function after(verb: Verb, now: Watched, before: Watched[], title: number): Watched {
  const opens = verb === 'change' || verb === 'document'
  if (opens && now.state !== 'draft') before.push(now)
  const draft: Watched = { ...now, state: 'draft', ordinal: now.ordinal + Number(now.state !== 'draft') }
  const moves: Record<Verb, () => Watched> = {
    change: () => ({ ...draft, title }),
    document: () => ({ ...draft, decided: true, fresh: true }),
    submit: () => ({ ...now, state: 'submitted' }),
    'take-back': () => ({ ...now, state: 'draft' }),
    discard: () => before.pop() ?? now,
    verify: () => ({ ...now, state: 'verified', fresh: false }),
    return: () => ({ ...now, state: 'returned' }),
    withdraw: () => ({ ...now, state: now.state === 'submitted' ? 'draft' : now.state, over: true }),
  }
  return moves[verb]()
}

type World = { made: Made; people: Record<Who, Person>; file: Upload }

async function world(): Promise<World> {
  const [pi, member, eva, own] = [await somebody(), await somebody(), await officer(), await officer()]
  const project = await projectOf(pi.id, { members: [member.id, own.id] })
  const people = { pi, member, officer: eva, 'own-officer': own, stranger: await somebody() }
  return { made: await registered({ title: 'Title 0' }, pi, project), people, file: await pdf('Decision') }
}

const rowOf = (id: string) =>
  db().ethicsApproval.findUniqueOrThrow({
    where: { id },
    select: {
      revision: true,
      withdrawnAt: true,
      versions: { orderBy: { ordinal: 'desc' }, take: 1, select: { state: true, ordinal: true, title: true } },
    },
  })

const acts = {
  change: changeApproval,
  submit: submitApproval,
  'take-back': takeBackSubmission,
  discard: discardChange,
  document: addDocument,
  verify: verifyApproval,
  return: returnApproval,
  withdraw: withdrawApproval,
} as const

async function tries({ made, people, file }: World, verb: Verb, who: Who, title: number): Promise<boolean> {
  const { revision } = await rowOf(made.id)
  const words = { ...said, number: made.number, title: `Title ${title}`, kind: 'decision', file, note: 'Look' }
  const wanted = { ...made.at(revision), ...words, confirmed: everything, reason: 'For this reason' }
  const act = acts[verb] as (ctx: ReturnType<typeof as>, raw: unknown) => Promise<unknown>
  const accepted = await act(as(people[who]), wanted).then(
    () => true,
    (error) => {
      if (error instanceof Refused) return false
      throw error
    },
  )
  expect((await rowOf(made.id)).revision - revision, 'what is refused leaves everything as it was').toBe(
    Number(accepted),
  )
  return accepted
}

/** The journal folded: how far the approval is by its events alone. */
async function folded(id: string) {
  const events = await db().event.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } })
  const kept: { state: string; ordinal: number }[] = []
  let over = false
  for (const { type, data } of events) {
    const { version: ordinal } = data as { version: number }
    const name = type.replace('ethics.', '')
    if (name === 'approval-withdrawn') over = true
    const last = kept.at(-1)
    if (last?.ordinal !== ordinal && name !== 'approval-withdrawn') kept.push({ state: 'draft', ordinal })
    const states: Record<string, string> = {
      'approval-submitted': 'submitted',
      'submission-taken-back': 'draft',
      'approval-returned': 'returned',
      'approval-verified': 'verified',
      'approval-withdrawn': last?.state === 'submitted' ? 'draft' : (last?.state ?? 'draft'),
    }
    const now = kept.at(-1)
    if (now && states[name]) now.state = states[name]
    if (name === 'change-discarded') kept.pop()
  }
  return { ...kept.at(-1), over }
}

const step = fc.record({
  verb: fc.constantFrom(
    ...verbs.filter((verb) => verb !== 'withdraw'),
    'submit' as const,
    'verify' as const,
    'withdraw' as const,
  ),
  who: fc.oneof(
    { weight: 3, arbitrary: fc.constant<'right'>('right') },
    { weight: 1, arbitrary: fc.constantFrom(...whos) },
  ),
  title: fc.nat(2),
})

test('whatever is tried by whomever, the table is the only way from state to state, and the journal tells the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16, size: 'max' }), async (steps) => {
      const at = await world()
      const before: Watched[] = []
      let now: Watched = { state: 'draft', ordinal: 1, title: 0, decided: false, fresh: true, over: false }
      let kept: Kept = { title: 0, governs: false }
      for (const { verb, who: asked, title } of steps) {
        const who: Who = asked !== 'right' ? asked : verb === 'verify' || verb === 'return' ? 'officer' : 'pi'
        const allowed = isAllowed(verb, who, now, kept)
        expect(await tries(at, verb, who, title), `${verb} by ${who} of ${JSON.stringify(now)}`).toBe(allowed)
        if (!allowed) continue
        now = after(verb, now, before, title)
        if (verb === 'verify') kept = { title: now.title, governs: true }
      }
      const row = await rowOf(at.made.id)
      const told = { state: now.state, ordinal: now.ordinal, title: `Title ${now.title}` }
      expect(row.versions[0]).toEqual(told)
      const { title: _, ...found } = told
      expect(await folded(at.made.id)).toEqual({ ...found, over: row.withdrawnAt !== null })
    }),
    { numRuns: 25 },
  )
})
