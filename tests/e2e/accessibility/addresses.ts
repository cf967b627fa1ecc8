import type { Page } from '@playwright/test'
import { generate } from 'otplib'
import { followMailedLink, password, register, signInByPassword } from '@/tests/support/accounts'
import { row, tryOut } from '@/tests/support/dataset-file'
import { type PersonaKey, signIn } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'
import { machineOf, projectOf } from '../booking/lent'

/** How a page is reached: who looks (nobody unless said), where it stands, and what else of it is worth a look. */
export type Visit = {
  as?: PersonaKey
  /** Its addresses: what it mostly shows first, then its other faces. */
  at: readonly string[]
  /** Does what leads to a page that no address alone can show, and ends at it. */
  lead?: (page: Page) => Promise<void>
  /** The status that it answers, 200 unless said. */
  status?: number
}

/** Ends at the second step of a sign-in: the account has an authenticator app. */
async function toSecondStep(page: Page): Promise<void> {
  const email = await register(page, 'Stig Steg')
  await signInByPassword(page, email)
  await page.getByRole('button', { name: 'Add an authenticator app' }).click()
  const secret = (await page.locator('code').first().innerText()).replace(/\s/g, '')
  await page.getByLabel('Six digits').fill(await generate({ secret, epoch: Date.now() / 1000 }))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByText('They are shown this once')).toBeVisible()
  await page.context().clearCookies({ name: 'session' })
  await signInByPassword(page, email)
}

async function toSetPassword(page: Page): Promise<void> {
  const email = await register(page, 'Alva Alla')
  await page.goto('/reset')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText('on its way')).toBeVisible()
  await followMailedLink(page, email, 'A new password')
}

async function toConfirmEmail(page: Page): Promise<void> {
  await signInByPassword(page, await register(page, 'Ebba Epost'))
  await page.goto('/account')
  await page.getByLabel('New address').fill('ebba@elsewhere.example')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText('on its way')).toBeVisible()
  await followMailedLink(page, 'ebba@elsewhere.example', 'Your new address')
}

async function toImport(page: Page): Promise<void> {
  await signIn(page, 'sten', '/stewardship/import')
  const changed = { ...row, slug: 'affai', title: 'Femurs of a journey' }
  const refused = { ...row, slug: 'bad-row', organ: [{ name: 'Lung', sctid: '39607009' }] }
  await tryOut(page, { name: 'journey.json', content: JSON.stringify([row, changed, refused]) })
  await page.waitForURL(/\/stewardship\/import\/[0-9a-f-]{36}$/)
}

/** Books a week for a project of its own, and gives the project's address. */
async function bookOne(page: Page): Promise<string> {
  const [machine, project] = [await machineOf(), await projectOf({ name: 'Looked at', pi: 'petra', budget: 6 })]
  await signIn(page, 'petra', `/bookings?${new URLSearchParams({ machine, project })}`)
  await page
    .getByRole('gridcell', { name: /, slot B, Free/ })
    .first()
    .click()
  await page.getByRole('button', { name: /^Book week/ }).click()
  await expect(page.getByRole('gridcell', { name: /Yours/ })).toBeVisible()
  return project
}

async function toBooking(page: Page): Promise<void> {
  await bookOne(page)
  await page.getByRole('gridcell', { name: /Yours/ }).getByRole('link').click()
  await page.waitForURL(/\/bookings\/[0-9a-f-]{36}$/)
}

async function toConnection(page: Page): Promise<void> {
  await toBooking(page)
  await page.goto(`${page.url()}/connection`)
}

async function toProjectBookings(page: Page): Promise<void> {
  await page.goto(`/projects/${await bookOne(page)}/bookings`)
}

async function toJoin(page: Page): Promise<void> {
  const project = await projectOf({ name: 'Looked into', pi: 'petra' })
  await signIn(page, 'petra', `/projects/${project}/members`)
  await page.getByLabel('E-mail address').fill('looker@example.org')
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByText('The invitation is on its way.')).toBeVisible()
  await followMailedLink(page, 'looker@example.org', 'Invitation to the project Looked into')
}

/** Ends at an approval of the demonstration by its number, or at a page below it. */
const toApproval =
  (as: PersonaKey, number: string, below = '') =>
  async (page: Page): Promise<void> => {
    await signIn(page, as, '/ethics')
    const link = page.getByRole('link', { name: number })
    const id = /[0-9a-f-]{36}/.exec((await link.getAttribute('href')) ?? '')?.[0]
    await page.goto(`/ethics/${id}${below}`)
  }

async function toVerify(page: Page): Promise<void> {
  await toApproval('eva', '2026-02222-01', '/verify')(page)
  await expect(page.locator('canvas').first()).toBeVisible()
}

/** A request of the story, opened from the list that its handler sees. */
async function toStory(page: Page): Promise<void> {
  await signIn(page, 'hanna', '/requests/queue?show=all')
  await page.getByRole('link', { name: 'Grading of nodal metastases' }).first().click()
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/)
}

async function toRequestEthics(page: Page): Promise<void> {
  await toStory(page)
  await page.goto(`${page.url()}/ethics`)
  await expect(page.locator('canvas').first()).toBeVisible()
}

/** What a grant of the story rests on, as who handles it sees it. */
async function toGrant(page: Page): Promise<void> {
  await signIn(page, 'hanna', '/grants')
  await page.getByRole('link', { name: 'What it rests on' }).first().click()
  await page.waitForURL(/\/grants\/[0-9a-f-]{36}$/)
}

/** Connects a system that answers nothing, and ends at its page. */
async function toSystem(page: Page): Promise<void> {
  await signIn(page, 'ada', '/administration/systems')
  await page.getByLabel('Name').fill('Archive that is looked at')
  await page.getByLabel('Address').fill('http://localhost:9/hook')
  await page.getByRole('button', { name: 'Connect a system' }).click()
  await expect(page.getByText('shown this once')).toBeVisible()
  await page.goto('/administration/systems')
  await page.getByRole('link', { name: 'Archive that is looked at' }).first().click()
  await page.waitForURL(/\/systems\/[0-9a-f-]{36}$/)
}
const person = '/administration/people/01900000-0000-7000-8000-000000000003'

/** Every page of the build by its route. The journey fails for a page that is not here: who adds one says how it is reached. */
export const visits: Readonly<Record<string, Visit>> = {
  '/[language]': { at: ['/'] },
  '/[language]/[...missing]': { at: ['/no/such/page'], status: 404 },
  '/[language]/account': { as: 'petra', at: ['/account'] },
  '/[language]/account/calendars': { as: 'petra', at: ['/account/calendars'] },
  '/[language]/account/confirm': { as: 'petra', at: ['/account/confirm?ticket=none'] },
  '/[language]/account/data': { as: 'petra', at: ['/account/data'] },
  '/[language]/account/keys': { as: 'petra', at: ['/account/keys'] },
  '/[language]/account/notifications': { as: 'petra', at: ['/account/notifications'] },
  '/[language]/account/security': { as: 'petra', at: ['/account/security'] },
  '/[language]/account/sessions': { as: 'petra', at: ['/account/sessions'] },
  '/[language]/account/tokens': { as: 'petra', at: ['/account/tokens'] },
  '/[language]/administration': { as: 'ada', at: ['/administration'] },
  '/[language]/administration/compute': { as: 'carl', at: ['/administration/compute'] },
  '/[language]/administration/compute/machines': { as: 'carl', at: ['/administration/compute/machines'] },
  '/[language]/administration/compute/machines/[machine]': {
    as: 'carl',
    at: ['/administration/compute/machines/dgx-2', '/administration/compute/machines/dgx-2?from=2027-W20'],
  },
  '/[language]/administration/compute/machines/[machine]/maintenance': {
    as: 'carl',
    at: [
      '/administration/compute/machines/dgx-2/maintenance',
      '/administration/compute/machines/dgx-2/maintenance?from=2027-W20&to=2027-W21',
    ],
  },
  '/[language]/administration/people': { as: 'ada', at: ['/administration/people'] },
  '/[language]/administration/people/[id]': { as: 'ada', at: [person] },
  '/[language]/administration/people/invite': { as: 'ada', at: ['/administration/people/invite'] },
  '/[language]/administration/projects': {
    as: 'ada',
    at: ['/administration/projects', '/administration/projects?q=nothing+like+it'],
  },
  '/[language]/administration/projects/[slug]': { as: 'ada', at: ['/administration/projects/demo-lung-nodules'] },
  '/[language]/administration/systems': { as: 'ada', at: ['/administration/systems'] },
  '/[language]/administration/systems/[system]': { at: [], lead: toSystem },
  '/[language]/administration/visas': { as: 'ada', at: ['/administration/visas'] },
  '/[language]/administration/workflows': { as: 'ada', at: ['/administration/workflows'] },
  '/[language]/administration/agreements': { as: 'ada', at: ['/administration/agreements'] },
  '/[language]/administration/agreements/[kind]': { as: 'ada', at: ['/administration/agreements/user-terms'] },
  '/[language]/agreements': { as: 'petra', at: ['/agreements'] },
  '/[language]/agreements/[kind]/[version]': {
    as: 'petra',
    at: ['/agreements/user-terms/2', '/agreements/dpa/1', '/agreements/service-agreement/1'],
  },
  '/[language]/api-reference': { at: ['/api-reference'] },
  '/[language]/bookings': {
    as: 'petra',
    at: ['/bookings', '/bookings?machine=dgx-2&slot=2', '/bookings?week=never'],
  },
  '/[language]/bookings/[id]': { at: [], lead: toBooking },
  '/[language]/bookings/[id]/connection': { at: [], lead: toConnection },
  '/[language]/bookings/utilisation': { as: 'petra', at: ['/bookings/utilisation'] },
  '/[language]/compare': { at: ['/compare?d=ctpa&d=affai&d=lnco&d=drsk', '/compare'] },
  '/[language]/confirm-email': { at: ['/confirm-email?ticket=none'], lead: toConfirmEmail },
  '/[language]/datasets': { at: ['/datasets?q=lymph&modality=SM'] },
  '/[language]/datasets/[slug]': { at: ['/datasets/ctpa'] },
  '/[language]/datasets/[slug]/files': { as: 'petra', at: ['/datasets/ctpa/files', '/datasets/drsk/files'] },
  '/[language]/datasets/[slug]/purpose': {
    at: [
      '/datasets/ctpa/purpose',
      '/datasets/mbtst-dm/purpose?purpose.aim=DUO:0000007&purpose.countries=SE,US&purpose.touches=paediatric&ethicsApproval=true',
      '/datasets/ctpa/purpose?purpose.countries=Narnia',
    ],
  },
  '/[language]/datasets/[slug]/request': { as: 'petra', at: ['/datasets/ctpa/request', '/datasets/micromen/request'] },
  '/[language]/datasets/[slug]/versions/[number]': { at: ['/datasets/ctpa/versions/1.0'] },
  '/[language]/ethics': { as: 'eva', at: ['/ethics'] },
  '/[language]/ethics/[id]': { at: [], lead: toApproval('petra', '2025-01234-01') },
  '/[language]/ethics/[id]/change': { at: [], lead: toApproval('petra', '2025-01234-01', '/change') },
  '/[language]/ethics/[id]/verify': { at: [], lead: toVerify },
  '/[language]/ethics/new': { as: 'petra', at: ['/ethics/new?project=demo-lung-nodules', '/ethics/new'] },
  '/[language]/grants': { as: 'petra', at: ['/grants', '/grants?expired=true', '/grants?retention=near'] },
  '/[language]/grants/[grant]': { at: [], lead: toGrant },
  '/[language]/journal': { as: 'ada', at: ['/journal?check=1'] },
  '/[language]/metrics': { at: ['/metrics'] },
  '/[language]/missing': { at: ['/missing', '/datasets/no-such', '/examples/no-such.png'], status: 404 },
  '/[language]/outbox': { at: ['/outbox'] },
  '/[language]/priorities': { at: ['/priorities'] },
  '/[language]/priorities/propose': { as: 'dana', at: ['/priorities/propose'] },
  '/[language]/projects': { as: 'petra', at: ['/projects', '/projects?q=nothing+like+it'] },
  '/[language]/projects/[slug]': {
    as: 'petra',
    at: ['/projects/demo-lung-nodules', '/projects/fellowship-bone-fractures', '/projects/liver-lesions-over-a-year'],
  },
  '/[language]/projects/[slug]/delegations': { as: 'dana', at: ['/projects/fellowship-bone-fractures/delegations'] },
  '/[language]/projects/[slug]/members': { as: 'petra', at: ['/projects/fellowship-bone-fractures/members'] },
  '/[language]/projects/[slug]/settings': { as: 'petra', at: ['/projects/fellowship-bone-fractures/settings'] },
  '/[language]/projects/[slug]/timeline': { as: 'petra', at: ['/projects/fellowship-bone-fractures/timeline'] },
  '/[language]/projects/apply': { as: 'dana', at: ['/projects/apply'] },
  '/[language]/projects/join': { at: ['/projects/join?ticket=none'], lead: toJoin },
  '/[language]/projects/[slug]/agreements': { as: 'petra', at: ['/projects/demo-lung-nodules/agreements'] },
  '/[language]/projects/[slug]/bookings': { at: [], lead: toProjectBookings },
  '/[language]/register': { at: ['/register'] },
  '/[language]/requests': { as: 'petra', at: ['/requests'] },
  '/[language]/requests/[id]': { at: [], lead: toStory },
  '/[language]/requests/[id]/ethics': { at: [], lead: toRequestEthics },
  '/[language]/requests/assignments': { as: 'hanna', at: ['/requests/assignments'] },
  '/[language]/requests/join': { as: 'petra', at: ['/requests/join?ticket=none'] },
  '/[language]/requests/queue': { as: 'hanna', at: ['/requests/queue?waitingSince=2026-11-01', '/requests/queue?q=x'] },
  '/[language]/requests/sharing': { as: 'hanna', at: ['/requests/sharing', '/requests/sharing?dataset=ctpa'] },
  '/[language]/requests/statistics': { as: 'hanna', at: ['/requests/statistics', '/requests/statistics?months=3'] },
  '/[language]/reset': { at: ['/reset'] },
  '/[language]/saved-searches': { as: 'dana', at: ['/saved-searches?q=lymph'] },
  '/[language]/set-password': { at: ['/set-password?ticket=none'], lead: toSetPassword },
  '/[language]/sign-in': { at: ['/sign-in'] },
  '/[language]/sign-in/second-step': { at: ['/sign-in/second-step'], lead: toSecondStep },
  '/[language]/stewardship': { as: 'sten', at: ['/stewardship'] },
  '/[language]/stewardship/datasets': { as: 'sten', at: ['/stewardship/datasets?show=waiting'] },
  '/[language]/stewardship/datasets/[slug]': {
    as: 'sten',
    at: ['/stewardship/datasets/ctpa', '/stewardship/datasets/demo-knees', '/stewardship/datasets/demo-shoulders'],
  },
  '/[language]/stewardship/datasets/[slug]/data-use': {
    as: 'sten',
    at: ['/stewardship/datasets/ctpa/data-use', '/stewardship/datasets/demo-knees/data-use'],
  },
  '/[language]/stewardship/datasets/[slug]/edit/[section]': {
    as: 'sten',
    at: ['/stewardship/datasets/ctpa/edit/about', '/stewardship/datasets/ctpa/edit/rights'],
  },
  '/[language]/stewardship/datasets/[slug]/files': {
    as: 'sten',
    at: ['/stewardship/datasets/ctpa/files', '/stewardship/datasets/drsk/files'],
  },
  '/[language]/stewardship/datasets/[slug]/preview': { as: 'sten', at: ['/stewardship/datasets/ctpa/preview'] },
  '/[language]/stewardship/datasets/new': { as: 'sten', at: ['/stewardship/datasets/new'] },
  '/[language]/stewardship/forms': { as: 'sten', at: ['/stewardship/forms'] },
  '/[language]/stewardship/forms/[form]': { as: 'sten', at: ['/stewardship/forms/standard'] },
  '/[language]/stewardship/forms/[form]/fields/[field]': {
    as: 'sten',
    at: [
      '/stewardship/forms/standard/fields/transfer',
      '/stewardship/forms/standard/fields/parameters',
      '/stewardship/forms/standard/fields/new?kind=multi-select&place=2',
    ],
  },
  '/[language]/stewardship/forms/[form]/preview': {
    as: 'sten',
    at: ['/stewardship/forms/standard/preview', '/stewardship/forms/standard/preview?lang=sv'],
  },
  '/[language]/stewardship/forms/[form]/versions/[number]': {
    as: 'sten',
    at: ['/stewardship/forms/standard/versions/1'],
  },
  '/[language]/stewardship/terms': { as: 'sten', at: ['/stewardship/terms'] },
  '/[language]/stewardship/terms/new': {
    as: 'sten',
    at: ['/stewardship/terms/new', '/stewardship/terms/new?subject=standard'],
  },
  '/[language]/stewardship/import': { as: 'sten', at: ['/stewardship/import'] },
  '/[language]/stewardship/import/[id]': { at: [], lead: toImport },
  '/[language]/stewardship/priorities': { as: 'sten', at: ['/stewardship/priorities'] },
  '/[language]/stewardship/proposals': { as: 'sten', at: ['/stewardship/proposals'] },
}
