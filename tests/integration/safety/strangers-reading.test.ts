import { describe, expect, test } from 'vitest'
import { publishTerms } from '@/lib/access/commands/terms'
import { keepTermsDocument } from '@/lib/access/commands/terms-documents'
import { bookWeeks } from '@/lib/booking/commands/book-weeks'
import { saveSearch } from '@/lib/catalogue/commands/keep-searches'
import { proposeCollection } from '@/lib/catalogue/commands/propose-collection'
import { publishFiles } from '@/lib/delivery/commands/keep-list'
import { roles } from '@/lib/identity/policy'
import type { Query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { Refused } from '@/lib/platform/refusal'
import { doorsOf, nameOf } from '../../support/doors'
import { publishedFormOf } from '../access/forms'
import { world as accessWorld, approved as grantedRequest } from '../access/requests'
import { pdf } from '../agreements/files'
import { projectOf as signingProject } from '../agreements/projects'
import { publishedText } from '../agreements/texts'
import { projectOf } from '../booking/acting'
import { cell, machineOf } from '../booking/lent'
import { runningWeek } from '../booking/running'
import { published, recordOf } from '../catalogue/stewards'
import { added, version } from '../delivery/files'
import { registered } from '../ethics/approvals'
import { as, refusalOf, somebody, stranger } from '../identity/people'

const { doors } = await doorsOf('queries')
const queries = new Map(doors.map((door) => [nameOf(door) ?? '', door.value as Query<unknown>]))

const other = await somebody({ name: 'Other Person', roles: ['data-steward'] })
const slug = 'read-by-strangers'
await published(recordOf(slug))
await publishedText('user-terms')
const form = await publishedFormOf()
await added(slug, 'a.csv', 'a,b')
await publishFiles(as(other), { slug, version })
const signing = await signingProject(other.id)
await saveSearch(as(other), { name: 'Theirs alone', query: 'q=lung' })
await proposeCollection(as(other), {
  title: 'Theirs alone',
  description: 'x',
  clinicalNeed: 'x',
  modality: '',
  organ: '',
})

const document = (await keepTermsDocument(as(other), { file: await pdf() })).id
const said = { titleEn: 'Terms', titleSv: 'Villkor', bodyEn: 'Keep it safe', bodySv: 'Förvara säkert' }
const { id: terms } = await publishTerms(as(other), {
  subject: 'extra:read-by-strangers',
  ...said,
  documentEn: document,
})

const machine = await machineOf([4])
const project = await projectOf({ name: 'Theirs alone', hidden: true }, other)
const shown = await projectOf({ name: 'Shown to all' })
await db().project.update({ where: { slug: shown.slug }, data: { listed: true } })
const theirs = await bookWeeks(as(other), { project: project.slug, cells: [cell(machine, 0, 1)] })
const running = await runningWeek()
const approval = await registered({ title: 'Theirs alone' }, other)
const { slug: slugOfMachine } = running.machine

const asked = { request: await grantedRequest(await accessWorld()) }
const where = { requestId: asked.request }
const { id: grant } = await db().accessGrant.findFirstOrThrow({ where })

/** Open to everybody, who all get the same answer. A secret in the input is its own permission. */
const open: Readonly<Record<string, unknown>> = {
  'access.duo-terms': {},
  'exchange.jwk-set': {},
  'access.form': { form },
  'access.form-version': { form, number: 1 },
  'access.forms': {},
  'access.form-of-dataset': { slug },
  'access.match-data-use': { dataset: slug, aim: 'DUO:0000006' },
  'access.terms': {},
  'access.terms-document': { terms, language: 'en' },
  'agreements.text': { kind: 'user-terms', version: 1 },
  'agreements.texts': {},
  'catalogue.addresses': {},
  'catalogue.compare': { d: [slug] },
  'catalogue.dataset': { slug },
  'catalogue.metrics': {},
  'catalogue.newest': { limit: 3 },
  'catalogue.priority-list': {},
  'catalogue.register': {},
  'catalogue.relax-search': { q: 'xylophone' },
  'catalogue.search': { q: 'chest' },
  'catalogue.suggest': { q: 'lu' },
  'catalogue.version': { slug, number: '1.0.0' },
  'delivery.files': { slug },
  'delivery.checksums': { slug },
  'projects.directory': {},
  'projects.invitation-link': { ticket: 'nobody knows' },
  'projects.listed-project': { slug: shown.slug },
  'identity.email-link': { ticket: 'nobody knows' },
  'identity.password-link': { ticket: 'nobody knows' },
  'identity.second-step': { ticket: 'nobody knows' },
  // In the demonstration; production.test.ts shows them closed.
  'identity.outbox': {},
  'identity.personas': {},
}

/** Everybody who is signed in reads what is their own. */
const own: Readonly<Record<string, unknown>> = {
  'access.own-assignments': {},
  'access.own-requests': {},
  'access.queue': {},
  'access.grants': {},
  'access.entitlements': {},
  'access.entitlements-file': {},
  'access.verdict': { dataset: slug },
  'agreements.own': {},
  'agreements.owed': {},
  'booking.machine': { machine: slugOfMachine },
  'booking.machines': {},
  'booking.bookings': {},
  'booking.figures': {},
  'booking.waiting': {},
  'booking.sheet': { machine: machine.slug },
  'booking.sheets': { machines: [machine.slug] },
  'booking.calendar-feeds': {},
  'catalogue.own-proposals': {},
  'catalogue.saved-searches': {},
  'ethics.approvals': {},
  'ethics.own-approvals': {},
  'ethics.choices': {},
  'identity.journal': {},
  'identity.notifications': {},
  'identity.passkeys': {},
  'identity.profile': {},
  'identity.security': {},
  'identity.sessions': {},
  'identity.ssh-keys': {},
  'identity.tokens': {},
  'identity.totp-enrolment': {},
  'projects.own-applications': {},
  'projects.own-projects': {},
  'projects.own-ended-projects': {},
}

/** Only with a hub role, or a secret that nobody has: to everybody else there is nothing. */
const closed: Readonly<Record<string, unknown>> = {
  'booking.booking-calendar': { booking: running.bookingId },
  'booking.calendar': { secret: 'x'.repeat(43) },
  'booking.connection': { booking: running.bookingId },
  'booking.week-list': {},
  'exchange.desired-state': { machine: slugOfMachine, week: '2026-W48' },
  'booking.closure-preview': { machine: slugOfMachine, from: '2026-W53', to: '2026-W53' },
  'booking.closures': { machine: slugOfMachine },
  'booking.administered-machine': { machine: slugOfMachine },
  'booking.administered-machines': {},
  'booking.layout-preview': { machine: slugOfMachine, from: '2026-W53' },
  'booking.one': { booking: theirs.id },
  'booking.owed': { booking: theirs.id },
  'access.kept-form': { form },
  'access.kept-forms': {},
  'access.kept-terms': {},
  'access.one-request': asked,
  'access.request-ethics': asked,
  'access.statistics': {},
  'access.history': asked,
  'access.visa-keys': {},
  'access.grant-basis': { grant },
  'delivery.downloads': { grant },
  'access.systems': {},
  'access.one-system': { system: newId() },
  'access.deliveries': { system: newId() },
  'exchange.permissions': { user: other.id },
  'access.workflow-candidates': {},
  'access.workflows': {},
  'agreements.desk': {},
  'agreements.project-agreements': { project: signing.slug },
  'agreements.text-draft': { kind: 'dpa' },
  'catalogue.dataset-preview': { slug },
  'catalogue.one-import': { batchId: newId() },
  'catalogue.proposals': {},
  'catalogue.recent-imports': {},
  'catalogue.sharing-record': {},
  'catalogue.stated-data-use': { slug },
  'catalogue.search-feed': { secret: 'x'.repeat(43) },
  'catalogue.steward-dashboard': {},
  'catalogue.stewarded-dataset': { slug },
  'catalogue.stewarded-datasets': {},
  'delivery.file-by-link': { file: newId(), link: 'x'.repeat(43) },
  'delivery.kept-lists': { slug },
  'delivery.room-for-file': { slug, version: '1.0.0', path: 'b.csv' },
  'ethics.one-approval': { approval: approval.id },
  'ethics.queue': {},
  'projects.delegations': { slug: project.slug },
  'projects.history': { slug: project.slug },
  'projects.members': { slug: project.slug },
  'projects.one-project': { slug: project.slug },
  'projects.register': {},
  'projects.waiting': {},
  'identity.journal-integrity': {},
  'identity.person-file': { person: other.id },
  'identity.search-people': {},
}

const ask = (name: string, ctx: Parameters<Query<unknown>>[0]) =>
  (queries.get(name) as Query<unknown>)(ctx, { ...open, ...own, ...closed }[name])
const scopeless = async () => as({ ...(await somebody({ roles: [...roles] })), scopes: [], sessionId: null })

test('every query is known here', () => {
  const advice = 'a new query needs right input in `open`, `own` or `closed`: whoever may read it'
  const known = [open, own, closed].flatMap(Object.keys)
  expect([...queries.keys()].toSorted(), advice).toEqual(known.toSorted())
})

test.each(Object.keys(open))('%s answers everybody alike', async (name) => {
  const answer = await ask(name, stranger())
  const reader = as(await somebody())
  expect(await ask(name, { ...reader, requestId: 'another' })).toEqual(answer)
  expect(await ask(name, await scopeless())).toEqual(answer)
})

describe.each(Object.keys(own))('%s', (name) => {
  test('is closed to a visitor', async () => {
    expect((await refusalOf(ask(name, stranger()))).code).toBe('platform.not-signed-in')
  })

  test('is closed to a token without a scope, even of somebody with every role', async () => {
    expect((await refusalOf(ask(name, await scopeless()))).code).toBe('platform.scope')
  })

  test('tells nothing of anybody else', async () => {
    // Where there is nothing of their own either, it reads "not found".
    const answer = JSON.stringify(
      await ask(name, as(await somebody())).catch((error: Error) => {
        if (error instanceof Refused && error.refusal.code === 'platform.not-found') return null
        throw error
      }),
    )
    for (const theirs of [other.id, other.email, other.name, 'Theirs alone']) expect(answer).not.toContain(theirs)
  })
})

describe.each(Object.keys(closed))('%s', (name) => {
  test('is closed to a visitor', async () => {
    expect(['platform.not-signed-in', 'platform.not-found']).toContain((await refusalOf(ask(name, stranger()))).code)
  })

  test('is closed to somebody without a role', async () => {
    expect((await refusalOf(ask(name, as(await somebody())))).code).toBe('platform.not-found')
  })

  test('is closed to a token without a scope, even of somebody with every role', async () => {
    expect(['platform.scope', 'platform.not-found']).toContain((await refusalOf(ask(name, await scopeless()))).code)
  })
})
