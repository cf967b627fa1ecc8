import { describe, expect, test } from 'vitest'
import type { Command } from '@/lib/platform/command'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { newAuthenticator } from '../../support/authenticator'
import { doorsOf, nameOf } from '../../support/doors'
import { contentOf, publishedFormOf } from '../access/forms'
import { pdf } from '../agreements/files'
import { projectOf as signingProject } from '../agreements/projects'
import { publishedText } from '../agreements/texts'
import { projectOf } from '../booking/acting'
import { published, recordOf } from '../catalogue/stewards'
import { registered, said } from '../ethics/approvals'
import { as, refusalOf, somebody, stranger } from '../identity/people'
import { accessInputs } from './strangers-access'
import { deliveryInputs } from './strangers-delivery'

const { doors } = await doorsOf('commands')
const commands = new Map(doors.map((door) => [nameOf(door) ?? '', door.value as Command<unknown>]))

const other = await somebody({ roles: ['reviewer'] })
const slug = 'closed-to-strangers'
await published(recordOf(slug))
await publishedText('user-terms')
const theirs = await signingProject(other.id)
const signed = { project: theirs.slug, document: newId(), expectedRevision: 1 }

const approval = { approval: (await registered()).id, expectedRevision: 1 }
const at = { slug, expectedRevision: 2 }
const onForm = { form: await publishedFormOf(), expectedRevision: 2 }
const reason = 'a reason that is long enough'
const item = { itemId: newId(), expectedRevision: 1 }
const words = { title: 'Lungs', description: 'Examinations of lungs', modality: 'CT', organ: 'Lung' }
const priority = { ...words, decidedOn: '2026-11-01' }
const proposal = { ...words, clinicalNeed: 'To find nodules' }
const search = { savedSearchId: newId() }
const claims = {
  issuer: 'https://login.example.org',
  sub: 'sub-1',
  name: 'Sam',
  email: 'sam@example.org',
}
const person = { person: other.id, reason }
const application = { applicationId: newId(), expectedRevision: 1 }
const wish = {
  type: 'fellowship',
  name: 'Knees',
  institution: 'Linköping University',
  description: 'Knees before and after surgery',
  startsOn: '2026-12-01',
  endsOn: '2027-11-30',
}
const led = await projectOf()
const on = { slug: led.slug }
const content = JSON.stringify([recordOf('another')])

const machine = { machine: 'dgx-2' }
const layout = { from: '2026-W53', slots: [{ name: 'A', gpus: 4 }] }
const aboutMachine = { name: 'DGX', personalData: true, loginName: 'ubuntu' }
const booked = { booking: newId() }
const slotWeek = { slot: newId(), week: '2026-W50' }
const project = (await projectOf()).slug
const connectedSystem = { name: 'Archive', url: 'http://localhost:9/hook', events: ['grant.given'] }

/** Right input for every command that is not everybody's. A new command needs a line here, or the test below fails. */
const inputs: Readonly<Record<string, unknown>> = {
  'access.create-form': { form: 'a-new-form', content: contentOf() },
  'access.save-form-draft': { ...onForm, content: contentOf('Other') },
  'access.discard-form-draft': onForm,
  'access.publish-form': { ...onForm, changeNote: 'Clearer words' },
  'access.retire-form': onForm,
  'access.reinstate-form': onForm,
  ...accessInputs,
  'access.replace-visa-key': {},
  'access.turn-visa-keys': {},
  'access.register-system': connectedSystem,
  'access.edit-system': { ...connectedSystem, system: newId(), expectedRevision: 1 },
  'access.renew-system-secret': { system: newId() },
  'access.remove-system': { system: newId() },
  'access.replay-delivery': { delivery: newId() },
  'access.note-answer': { delivery: newId(), number: 1, status: 200, fault: null, answer: '', milliseconds: 1 },
  ...deliveryInputs(slug),
  'agreements.accept-text': { kind: 'user-terms', version: 1 },
  'booking.create-machine': { slug: 'dgx-3', ...aboutMachine, ...layout },
  'booking.edit-machine': { ...machine, expectedRevision: 1, ...aboutMachine },
  'booking.set-layout': { ...machine, ...layout },
  'booking.extend-sheet': {},
  'booking.book-weeks': { project, cells: [slotWeek] },
  'booking.cancel-weeks': booked,
  'booking.release-weeks': booked,
  'booking.undo': booked,
  'booking.move-week': { ...booked, bookedWeek: newId(), ...slotWeek },
  'booking.join-waiting-list': { project, ...slotWeek },
  'booking.leave-waiting-list': { place: newId() },
  'booking.claim-hold': { hold: newId() },
  'booking.decline-hold': { hold: newId() },
  'booking.settle-week': slotWeek,
  'booking.pass-hold': { hold: newId() },
  'booking.turn-week': {},
  'agreements.draft-text': { kind: 'dpa' },
  'agreements.edit-text': { kind: 'dpa', expectedRevision: 1, titleEn: 'a', titleSv: 'a', bodyEn: 'a', bodySv: 'a' },
  'agreements.discard-draft': { kind: 'dpa', expectedRevision: 1 },
  'agreements.publish-text': { kind: 'dpa', expectedRevision: 1, changeNote: 'Clearer words' },
  'agreements.submit-document': { project: theirs.slug, kind: 'dpa', version: 1, file: await pdf() },
  'agreements.withdraw-document': signed,
  'agreements.countersign-document': { ...signed, firstDay: '2026-12-01', lastDay: '2027-11-30' },
  'agreements.return-document': { ...signed, reason },
  'agreements.terminate-document': { ...signed, reason },
  'agreements.download-document': { project: theirs.slug, document: signed.document },
  'agreements.tell-expiry': { document: signed.document, days: 30 },
  'booking.close-weeks': { ...machine, from: '2026-W53', to: '2026-W53', reason },
  'booking.open-weeks': { closure: newId() },
  'booking.report-ready': { bookedWeek: newId(), address: '10.1.2.3' },
  'booking.renew-calendar-feed': { project: null },
  'booking.close-calendar-feed': { feed: newId() },
  'catalogue.create-dataset': { record: recordOf('a-new-one') },
  'catalogue.save-draft': { ...at, changes: { title: 'Other' } },
  'catalogue.discard-draft': at,
  'catalogue.publish-version': { ...at, version: '2.0.0' },
  'catalogue.hide-dataset': { ...at, reason },
  'catalogue.show-dataset': at,
  'catalogue.withdraw-dataset': { ...at, reason },
  'catalogue.state-data-use': {
    slug,
    expectedOrdinal: 0,
    conditions: [{ term: 'DUO:0000006' }],
    basis: 'Ethics approval 2024-01234-01',
  },
  'catalogue.stage-import': { format: 'json', content },
  'catalogue.apply-import': { batchId: newId(), batch: newId() },
  'catalogue.import-datasets': { format: 'json', content, publish: true },
  'catalogue.add-priority': priority,
  'catalogue.edit-priority': { ...item, ...priority },
  'catalogue.move-priority': { ...item, rank: 1 },
  'catalogue.mark-priority': { ...item, state: 'collecting' },
  'catalogue.close-priority': { ...item, outcome: 'dropped' },
  'catalogue.propose-collection': proposal,
  'catalogue.decide-proposal': { proposalId: newId(), expectedRevision: 1, decision: 'decline', reason },
  'catalogue.save-search': { name: 'Lungs', query: 'q=lung' },
  'catalogue.change-saved-search': { ...search, name: 'Lungs' },
  'catalogue.remove-saved-search': search,
  'catalogue.renew-feed': search,
  'catalogue.close-feed': search,
  'ethics.register-approval': { project: theirs.slug, ...said },
  'ethics.change-approval': { ...approval, ...said },
  'ethics.discard-change': approval,
  'ethics.submit-approval': approval,
  'ethics.take-back-submission': approval,
  'ethics.withdraw-approval': { ...approval, reason },
  'ethics.add-document': { ...approval, file: await pdf() },
  'ethics.remove-document': { ...approval, document: newId() },
  'ethics.read-document': { ...approval, document: newId() },
  'ethics.verify-approval': approval,
  'ethics.return-approval': { ...approval, reason },
  'ethics.tell-superseded': { approval: approval.approval },
  'ethics.tell-deadline': { approval: approval.approval, deadline: 'end', days: 30 },
  'projects.apply': wish,
  'projects.withdraw-application': application,
  'projects.edit': { ...on, expectedRevision: 1, name: 'Knees', description: 'Knees, before and after' },
  'projects.set-budget': { ...on, gpuWeeks: 99, reason },
  'projects.set-quota': { ...on, gigabytes: 10, reason },
  'projects.end': { ...on, reason },
  'projects.extend': { ...on, endsOn: '2029-12-31', reason },
  'projects.end-due': { projectId: led.id },
  'projects.remind-confirmation': { projectId: led.id },
  'projects.invite': { ...on, email: 'friend@example.org' },
  'projects.revoke-invitation': { ...on, invitationId: newId() },
  'projects.resend-invitation': { ...on, invitationId: newId() },
  'projects.accept-invitation': { ticket: 'nobody knows' },
  'projects.leave': on,
  'projects.remove-member': { ...on, person: other.id },
  'projects.confirm-members': { ...on, expectedRevision: 1 },
  'projects.delegate': { ...on, person: other.id, authorities: ['book-compute'], until: '2026-12-31' },
  'projects.revoke-delegation': { ...on, delegationId: newId() },
  'projects.propose-transfer': { ...on, person: other.id },
  'projects.accept-transfer': { ...on, transferId: newId() },
  'projects.decline-transfer': { ...on, transferId: newId() },
  'projects.cancel-transfer': { ...on, transferId: newId() },
  'projects.confirm-transfer': { ...on, transferId: newId(), reason },
  'projects.refuse-transfer': { ...on, transferId: newId(), reason },
  'projects.appoint-pi': { ...on, email: other.email, reason },
  'projects.decide-application': { ...application, decision: 'decline', reason },
  'identity.deactivate-person': person,
  'identity.reactivate-person': person,
  'identity.reset-second-factors': person,
  'identity.invite-person': { name: 'New Person', email: 'new@example.org', language: 'en' },
  'identity.give-role': { ...person, role: 'decider' },
  'identity.take-role': { ...person, role: 'reviewer' },
  'identity.request-confirmation': {},
  'identity.confirm-ownership': { ticket: 'nobody knows', password: 'x' },
  'identity.request-email-change': { email: 'new@example.org', password: 'x' },
  'identity.change-password': { current: 'x', password: 'tolv fina små grisar' },
  'identity.update-profile': { name: 'Sam', language: 'en', revision: 1 },
  'identity.set-notifications': { enabled: [] },
  'identity.sign-out': {},
  'identity.link-identity': { claims },
  'identity.unlink-identity': { identity: newId() },
  'identity.end-session': { session: other.sessionId },
  'identity.end-other-sessions': {},
  'identity.sign-in-as-persona': { personId: other.id },
  'identity.add-ssh-key': { name: 'laptop', key: 'ssh-ed25519 AAAA' },
  'identity.remove-ssh-key': { key: newId() },
  'identity.take-own-data': {},
  'identity.create-token': { name: 'nightly', scopes: ['admin'], days: 1 },
  'identity.revoke-token': { token: newId() },
  'identity.start-totp': {},
  'identity.start-passkey': {},
  'identity.add-passkey': {
    name: 'phone',
    response: newAuthenticator('http://localhost:3000').create({ challenge: 'x' }),
  },
  'identity.rename-passkey': { passkey: newId(), name: 'phone' },
  'identity.remove-passkey': { passkey: newId() },
  'identity.confirm-totp': { code: '000000' },
  'identity.remove-totp': { code: '000000' },
  'identity.renew-recovery-codes': {},
}

/** By these somebody shows who they are: they are for strangers. */
const everybodys = [
  'identity.ask-passkey',
  'identity.change-email',
  'identity.confirm-second-factor',
  'identity.request-registration',
  'identity.request-reset',
  'identity.set-password',
  'identity.sign-in-with-passkey',
  'identity.sign-in-with-password',
  'identity.sign-in-with-provider',
]

/** By these somebody changes what is their own, whatever roles they have: they are open to everybody who is signed in. */
const own = [
  'access.accept-invitation',
  'delivery.make-link',
  'access.save-filter',
  'booking.renew-calendar-feed',
  'agreements.accept-text',
  'catalogue.propose-collection',
  'catalogue.save-search',
  'identity.add-passkey',
  'identity.add-ssh-key',
  'identity.change-password',
  'identity.confirm-ownership',
  'identity.confirm-totp',
  'identity.create-token',
  'identity.end-other-sessions',
  'identity.end-session',
  'identity.link-identity',
  'identity.remove-passkey',
  'identity.remove-ssh-key',
  'identity.remove-totp',
  'identity.rename-passkey',
  'identity.renew-recovery-codes',
  'identity.request-confirmation',
  'identity.request-email-change',
  'identity.revoke-token',
  'identity.set-notifications',
  'identity.sign-out',
  'identity.start-passkey',
  'identity.start-totp',
  'identity.take-own-data',
  'identity.unlink-identity',
  'identity.update-profile',
  'projects.accept-invitation',
  'projects.apply',
]

const closed = [...commands.keys()].filter((name) => !everybodys.includes(name))
const forbidden = ['platform.not-signed-in', 'platform.not-found', 'platform.scope', 'identity.session-needed']
const journal = () => db().event.count()

/** That the command refuses this actor, with a code that forbids, and leaves nothing in the journal. */
async function expectForbidden(name: string, ctx: Context): Promise<void> {
  const before = await journal()
  const { code } = await refusalOf((commands.get(name) as Command<unknown>)(ctx, inputs[name]))
  expect(forbidden).toContain(code)
  expect(await journal()).toBe(before)
}

test('every command is known here', () => {
  const advice =
    'a new command needs right input in `inputs` (it is then tried by strangers), and a line in `own` when everybody signed in may do it, or in `everybodys` instead when strangers may'
  expect([...commands.keys()].toSorted(), advice).toEqual([...Object.keys(inputs), ...everybodys].toSorted())
  expect(own.filter((name) => !commands.has(name))).toEqual([])
})

describe.each(closed)('%s', (name) => {
  test('is closed to a visitor', () => expectForbidden(name, stranger()))

  test('is closed to a token without a scope, even of somebody with every role', async () => {
    const roles = ['data-steward', 'hub-administrator']
    await expectForbidden(name, as({ ...(await somebody({ roles })), scopes: [], sessionId: null }))
  })
})

describe.each(closed.filter((name) => !own.includes(name)))('%s', (name) => {
  test('is closed to somebody without a role', async () => expectForbidden(name, as(await somebody())))
})
