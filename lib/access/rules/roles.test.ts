import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Assignment, actingIn, workflowsOf } from './assignments'
import { conflictOf } from './conflict'
import { type Concerned, standingTo, type Who } from './roles'
import { states, verbsOf } from './states'

const now = new Date('2026-11-27T12:00:00Z')
const hour = (n: number) => new Date(now.getTime() + n * 3_600_000)
const assignment = (personId: string, role: Assignment['role'], changes: Partial<Assignment> = {}): Assignment => ({
  workflowId: 'w1',
  personId,
  role,
  awayFrom: null,
  awayUntil: null,
  deputyId: null,
  endedAt: null,
  ...changes,
})
const who = (id: string, changes: Partial<Who> = {}): Who => ({
  id,
  organisation: null,
  holdsHandler: false,
  holdsReviewer: false,
  holdsDecider: false,
  isAdministrator: false,
  ...changes,
})
const request = (changes: Partial<Concerned> = {}): Concerned => ({
  state: 'submitted',
  submitted: true,
  mayRequest: false,
  memberIds: new Set(['dana']),
  projectIds: new Set(['petra', 'emil']),
  institution: 'https://ror.org/05ynxx418',
  workflows: [{ id: 'w1', barsOwnInstitute: false }],
  assignments: [assignment('hanna', 'handler'), assignment('dan', 'decider')],
  tasks: [],
  ...changes,
})
const handler = (id = 'hanna') => who(id, { holdsHandler: true })

describe('how somebody stands to a request', () => {
  test.each([
    ['a member', who('dana'), {}, 'asking', ['member']],
    ['a member who may ask', who('dana'), { mayRequest: true }, 'asking', ['applicant', 'member']],
    ['the PI', who('petra'), { mayRequest: true }, 'asking', ['applicant']],
    ['a project member', who('emil'), {}, 'asking', []],
    ['an assigned handler', handler(), {}, 'hub', ['handler']],
    ['a handler of a draft', handler(), { submitted: false, state: 'draft' }, 'outside', []],
    ['assigned without the role', who('hanna'), {}, 'outside', []],
    ['a handler of other datasets', handler('hugo'), {}, 'outside', []],
    ['an administrator', who('ada', { isAdministrator: true }), {}, 'hub', []],
    ['an assigned decider, not asked', who('dan', { holdsDecider: true }), {}, 'asked', []],
    ['a stranger', who('sam'), {}, 'outside', []],
  ] as const)('%s', (_, person, changes, side, roles) => {
    expect(standingTo(person, request(changes), now)).toMatchObject({ side, roles })
  })

  test('who was asked has the role while the task is open, and only looks after that', () => {
    const task = { kind: 'decision', personId: 'sam', state: 'open', invited: true }
    expect(standingTo(who('sam'), request({ tasks: [task] }), now).roles).toEqual(['decider'])
    const answered = request({ tasks: [{ ...task, state: 'answered' }] })
    expect(standingTo(who('sam'), answered, now)).toMatchObject({ side: 'asked', roles: [] })
    const replaced = request({ tasks: [{ ...task, state: 'replaced' }] })
    expect(standingTo(who('sam'), replaced, now).side).toBe('outside')
  })

  test.each([
    ['an assigned reviewer', { holdsReviewer: true }, ['reviewer'], [], true],
    ['an assigned decider', { holdsDecider: true }, ['decider'], [], undefined],
    ['assigned to both', { holdsReviewer: true, holdsDecider: true }, ['reviewer', 'decider'], [], undefined],
    ['assigned to decide without the role', { holdsReviewer: true }, ['reviewer', 'decider'], [], true],
    ['asked by mail to review', {}, [], ['review'], true],
    ['asked by mail to decide', {}, [], ['decision'], undefined],
    ['asked by mail for both', {}, [], ['review', 'decision'], undefined],
    ['an assigned reviewer, asked to decide', { holdsReviewer: true }, ['reviewer'], ['decision'], undefined],
  ] as const)('of %s it is said whether they review only', (_, held, assigned, asked, told) => {
    const assignments = assigned.map((role) => assignment('sam', role))
    const tasks = asked.map((kind) => ({ kind, personId: 'sam', state: 'answered', invited: true }))
    const standing = standingTo(who('sam', held), request({ assignments, tasks }), now)
    expect([standing.side, standing.reviewsOnly]).toEqual(['asked', told])
  })

  test.each([
    ['review', { holdsReviewer: true }, ['reviewer']],
    ['review', { holdsDecider: true, holdsHandler: true }, []],
    ['decision', { holdsDecider: true }, ['decider']],
    ['decision', { holdsReviewer: true }, []],
    ['decision', {}, []],
  ] as const)(
    'a %s that was asked of somebody of the hub is theirs while they hold its role: %j',
    (kind, held, roles) => {
      for (const state of ['open', 'answered']) {
        const asked = request({ tasks: [{ kind, personId: 'sam', state, invited: false }] })
        const standing = standingTo(who('sam', held), asked, now)
        expect(standing).toMatchObject({
          side: roles.length > 0 ? 'asked' : 'outside',
          roles: state === 'open' ? roles : [],
        })
      }
    },
  )

  test('whoever holds no hub role acts for the hub by a mailed link alone', () => {
    const task = fc.record({
      kind: fc.constantFrom('review', 'decision'),
      personId: fc.constantFrom('hanna', 'dan', 'sam'),
      state: fc.constantFrom('open', 'answered', 'withdrawn', 'replaced'),
      invited: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(task), fc.constantFrom('hanna', 'dan', 'sam'), (tasks, id) => {
        const { side, roles } = standingTo(who(id), request({ tasks }), now)
        const links = tasks.filter((one) => one.personId === id && one.invited)
        expect(side).toBe(links.some(({ state }) => state === 'open' || state === 'answered') ? 'asked' : 'outside')
        expect(roles.length > 0).toBe(links.some(({ state }) => state === 'open'))
      }),
    )
  })

  test('nobody acts for the hub on a request or project of their own, whatever roles they have', () => {
    const everything = { holdsHandler: true, holdsReviewer: true, holdsDecider: true, isAdministrator: true }
    fc.assert(
      fc.property(
        fc.constantFrom('dana', 'petra', 'emil'),
        fc.boolean(),
        fc.constantFrom(...states),
        (id, may, state) => {
          const assigned = (['handler', 'reviewer', 'decider'] as const).map((role) => assignment(id, role))
          const tasks = ['review', 'decision'].map((kind) => ({ kind, personId: id, state: 'open', invited: true }))
          const own = request({ assignments: assigned, tasks, mayRequest: may, state })
          const { roles, side } = standingTo(who(id, everything), own, now)
          expect(side).toBe('asking')
          expect(roles.filter((role) => role !== 'applicant' && role !== 'member')).toEqual([])
          expect(verbsOf(state, roles)).not.toContain('approve')
        },
      ),
    )
  })
})

describe('a conflict of interest', () => {
  const askers = request()
  test.each([
    ['dana', null, true, 'own-request'],
    ['petra', null, false, 'own-project'],
    ['sam', 'https://ror.org/05ynxx418', true, 'own-institution'],
    ['sam', 'https://ror.org/05ynxx418', false, null],
    ['sam', null, true, null],
  ] as const)('of %s of %s, institution excluded %s: %s', (id, organisation, bars, conflict) => {
    expect(conflictOf({ id, organisation }, askers, bars)).toBe(conflict)
  })

  test('two without an institution do not belong together', () => {
    expect(conflictOf({ id: 'sam', organisation: null }, { ...askers, institution: null }, true)).toBeNull()
  })
})

describe('who stands in', () => {
  const away = assignment('hanna', 'handler', { awayFrom: hour(-1), awayUntil: hour(1), deputyId: 'hugo' })
  test.each([
    ['present', assignment('hanna', 'handler'), ['hanna']],
    ['away', away, ['hugo']],
    ['away without a deputy', { ...away, deputyId: null }, []],
    ['back', { ...away, awayUntil: now }, ['hanna']],
    ['not away yet', { ...away, awayFrom: hour(1) }, ['hanna']],
    ['ended', { ...away, endedAt: now }, []],
  ] as const)('%s', (_, one, acting) => {
    expect(actingIn([one], 'w1', 'handler', now)).toEqual(acting)
  })

  test('a deputy handles while the other is away, and not after that', () => {
    expect(workflowsOf([away], 'hugo', 'handler', now)).toEqual(['w1'])
    expect(workflowsOf([away], 'hugo', 'handler', hour(2))).toEqual([])
    expect(workflowsOf([away], 'hanna', 'handler', now)).toEqual(['w1'])
  })
})
