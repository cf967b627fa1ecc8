// Pages of requests, ethics approvals and grants, to those who are near and not in them: to the letter the answer for an id that never
// existed, and a real 404.
import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import pg from 'pg'
import { startDisposablePortal } from '@/scripts/steps/disposable-portal.mjs'
import { freePort } from '@/scripts/steps/port.mjs'
import { builtPages, builtRoutes } from '@/tests/support/built-pages'
import { test as base, expect } from '@/tests/support/test'

type Own = { database: pg.Client; ownOrigin: string }

const test = base.extend<object, { own: Own }>({
  own: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that it needs from the pattern
    async ({}, use) => {
      const port = await freePort()
      const portal = await startDisposablePortal({ purpose: 'not-found', port })
      const database = new pg.Client({ connectionString: portal.databaseUrl })
      await database.connect()
      await use({ database, ownOrigin: `http://localhost:${port}` })
      await database.end()
      await portal.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ own }, use) => use(own.ownOrigin),
})

const requestIn = (state: string) => `SELECT id FROM access_request WHERE state = '${state}' ORDER BY id LIMIT 1`
const system = `SELECT id FROM access_system WHERE removed_at IS NULL LIMIT 1`

/** What stands in an address of these routes, by the route's beginning: a request at every stage. */
const things: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/\[language\]\/requests\/\[\w+\]/, ['draft', 'approved', 'rejected', 'withdrawn'].map(requestIn)],
  [/^\/\[language\]\/grants\/\[\w+\]/, ['SELECT id FROM access_grant ORDER BY id LIMIT 1']],
  [
    /^\/\[language\]\/ethics\/\[\w+\]/,
    [`SELECT ethics_approval_id AS id FROM access_request WHERE state = 'approved' ORDER BY id LIMIT 1`],
  ],
  [/^\/\[language\]\/administration\/systems\/\[\w+\]/, [system]],
]
const routes = builtPages.flatMap((route) => {
  const found = things.find(([begins]) => begins.test(route))
  return (found?.[1] ?? []).map((sql) => ({ route, sql }))
})

const attached =
  'SELECT request_id AS request, id AS attachment FROM access_attachment WHERE file_id IS NOT NULL ORDER BY id LIMIT 1'
/** The files that are answered to a POST, with the fields that name one which is there. */
const files: Readonly<Record<string, string>> = {
  '/requests/file': attached,
  '/requests/archive': requestIn('approved').replace('id FROM', 'id AS request FROM'),
  '/requests/certificate': 'SELECT request_id AS request FROM access_close_out LIMIT 1',
  '/requests/ethics-file': `SELECT r.id AS request, a.id AS approval, d.id AS document FROM access_request r
    JOIN ethics_approval a ON a.id = r.ethics_approval_id JOIN ethics_document d ON d.approval_id = a.id
    WHERE r.state = 'approved' ORDER BY r.id LIMIT 1`,
  '/ethics/file': 'SELECT approval_id AS approval, id AS document FROM ethics_document ORDER BY id LIMIT 1',
  '/requests/save': requestIn('draft').replace('id FROM', 'id AS request FROM'),
}

const newPerson = `INSERT INTO person (id, name, email, language, demonstration, created_at) VALUES ($1, $2, $3, 'en', true, now())`
const anotherProject = `INSERT INTO project (id, slug, name, type, state, pi_id, institution_name, starts_at, ends_at, gpu_budget,
  members_confirmed_at, created_at) VALUES ($1, $2, 'Another', 'data-access', 'active', $3, 'Lund University', now() - interval '9 days',
  now() + interval '90 days', 0, now(), now())`
const otherWorkflow = `INSERT INTO access_workflow (id, name, decided_by, rule, quorum, decision_days, review_days, on_deadline,
  bars_own_institute, created_at) VALUES ($1, $2, 'handler', 'one', 1, 7, 7, 'remind', false, now())`
const overDelegation = `INSERT INTO delegation (id, project_id, root_id, grantor_id, holder_id, authorities, starts_at, ends_at, created_at)
  SELECT $1, p.id, $1, p.pi_id, $2, '{request-data,manage-ethics}', now() - interval '90 days', now() - interval '1 day', now()
  FROM project p JOIN access_request r ON r.project_id = p.id WHERE r.state = 'approved' AND p.pi_id <> $2 ORDER BY r.id LIMIT 1`

const newSystem = `INSERT INTO access_system (id, name, url, events, sealed_secret, enabled, created_at)
  VALUES ($1, 'A system that is there', 'https://example.org/hook',
  '{grant.given,grant.changed,grant.suspended,grant.withdrawn}', 'sealed', false, now())`
const newFile = `INSERT INTO access_attachment (id, request_id, file_id, name, size, field_key, by_id, at)
  SELECT $1, r.id, c.certificate_id, 'plan.pdf', 1, 'plan', r.applicant_id, now()
  FROM access_close_out c, access_request r WHERE c.certificate_id IS NOT NULL AND r.state = 'approved' ORDER BY r.id LIMIT 1`

/** Puts there what the demonstration has none of: a connected system, and a file of a request. */
async function thereIs({ database }: Own): Promise<void> {
  await database.query(newSystem, [randomUUID()])
  await database.query(newFile, [randomUUID()])
}

/** Puts people near: each is somebody of the demonstration, so that one click signs them in. */
async function near({ database }: Own): Promise<string[]> {
  const ask = (text: string, values: unknown[]) => database.query(text, values)
  const someone = async (name: string) => {
    const id = randomUUID()
    await ask(newPerson, [id, name, `${id}@demo.invalid`])
    return id
  }
  await someone('Stig Stranger')
  const member = await someone('Mia Member')
  await ask(anotherProject, [randomUUID(), `another-${member}`, member])
  const handler = await someone('Otto Otherhandler')
  await ask(`INSERT INTO role_assignment (person_id, role, given_at) VALUES ($1, 'request-handler', now())`, [handler])
  const workflow = randomUUID()
  await ask(otherWorkflow, [workflow, `Others ${workflow}`])
  await ask(
    `INSERT INTO access_assignment (id, workflow_id, person_id, role, created_at) VALUES ($1, $2, $3, 'handler', now())`,
    [randomUUID(), workflow, handler],
  )
  await ask(overDelegation, [randomUUID(), await someone('Dag Delegate')])
  return ['Stig Stranger', 'Mia Member', 'Otto Otherhandler', 'Dag Delegate']
}

/** An answer with what differs each time masked: nonce, request id, the id itself. */
async function answerOf(request: APIRequestContext, route: string, id: string) {
  const path = route
    .replace('/[language]', '')
    .replace(/\[\w+\]/, id)
    .replaceAll(/\[\w+\]/g, randomUUID())
  const answer = await request.get(path, { maxRedirects: 0 })
  const nonce = /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1] ?? '-'
  const known = [nonce, answer.headers()['x-request-id'] ?? '-', id]
  const text = known.reduce((all, one) => all.replaceAll(one, '<masked>'), await answer.text())
  return {
    status: answer.status(),
    text: text.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>'),
  }
}

type Fields = Readonly<Record<string, string>>

/** The answer to a form that asks for a file: its status, its words and its headers but for what differs each time. */
async function answerTo(request: APIRequestContext, path: string, form: Fields, origin: string) {
  const answer = await request.post(path, { form, headers: { origin } })
  const { date: _, 'x-request-id': __, 'content-security-policy': ___, ...headers } = answer.headers()
  return { status: answer.status(), text: await answer.text(), headers }
}

async function signInByName(page: Page, name: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByRole('button', { name }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** What the demonstration has for each of these addresses, and the same with ids that never were. */
async function named({ database }: Own, sql: string): Promise<{ there: Fields; never: Fields }> {
  const [there] = (await database.query<Record<string, string>>(sql)).rows
  if (!there) throw new Error(`there is nothing: ${sql}`)
  return { there, never: Object.fromEntries(Object.keys(there).map((name) => [name, randomUUID()])) }
}

test('there are such pages, and every route that answers a file of a request or an approval is known here', () => {
  expect(routes.length).toBeGreaterThan(7)
  const answering = builtRoutes.filter((route) => /^\/(requests|ethics)\/[a-z-]+$/.test(route))
  expect(Object.keys(files).toSorted()).toEqual(answering.toSorted())
})

test('to whoever is near and not in it a page is not there, as if it never was', async ({ page, own }) => {
  test.setTimeout(240_000)
  await thereIs(own)
  for (const name of await near(own)) {
    await signInByName(page, name)
    for (const { route, sql } of routes) {
      const { there: thing } = await named(own, sql)
      const there = await answerOf(page.request, route, thing.id ?? '')
      expect([name, route, there.status]).toEqual([name, route, 404])
      expect(there).toEqual(await answerOf(page.request, route, randomUUID()))
    }
  }
})

test('nor is a file of it; who handles the request has it', async ({ page, own }) => {
  test.setTimeout(120_000)
  await thereIs(own)
  const origin = own.ownOrigin
  for (const name of await near(own)) {
    await signInByName(page, name)
    for (const [path, sql] of Object.entries(files)) {
      const { there, never } = await named(own, sql)
      const answer = await answerTo(page.request, path, there, origin)
      expect([name, path, answer.status, answer.text]).toEqual([name, path, 404, ''])
      expect(answer).toEqual(await answerTo(page.request, path, never, origin))
    }
  }
  await signInByName(page, 'Hanna')
  for (const path of ['/requests/file', '/requests/archive', '/requests/certificate', '/requests/ethics-file']) {
    const { there } = await named(own, files[path] ?? '')
    const answer = await page.request.post(path, { form: there, headers: { origin } })
    expect([path, answer.status()]).toEqual([path, 200])
  }
})
