// Pages of requests, ethics approvals and grants, to those who are near and not in them: to the letter the answer for an id that never
// existed, and a real 404.
import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import pg from 'pg'
import { startDisposablePortal } from '@/scripts/steps/disposable-portal.mjs'
import { freePort } from '@/scripts/steps/port.mjs'
import { builtPages } from '@/tests/support/built-pages'
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

/** What stands in an address of these routes, by the route's beginning. */
const things: readonly (readonly [RegExp, string])[] = [
  [/^\/\[language\]\/requests\/\[\w+\]/, `SELECT id FROM access_request WHERE state = 'approved' ORDER BY id LIMIT 1`],
  [/^\/\[language\]\/grants\/\[\w+\]/, 'SELECT id FROM access_grant ORDER BY id LIMIT 1'],
  [
    /^\/\[language\]\/ethics\/\[\w+\]/,
    `SELECT ethics_approval_id AS id FROM access_request WHERE state = 'approved' ORDER BY id LIMIT 1`,
  ],
  [/^\/\[language\]\/administration\/systems\/\[\w+\]/, 'SELECT gen_random_uuid() AS id'],
]
const routes = builtPages.flatMap((route) => {
  const found = things.find(([begins]) => begins.test(route))
  return found ? [{ route, sql: found[1] }] : []
})

const newPerson = `INSERT INTO person (id, name, email, language, demonstration, created_at) VALUES ($1, $2, $3, 'en', true, now())`
const anotherProject = `INSERT INTO project (id, slug, name, type, state, pi_id, institution_name, starts_at, ends_at, gpu_budget,
  members_confirmed_at, created_at) VALUES ($1, $2, 'Another', 'data-access', 'active', $3, 'Lund University', now() - interval '9 days',
  now() + interval '90 days', 0, now(), now())`
const otherWorkflow = `INSERT INTO access_workflow (id, name, decided_by, rule, quorum, decision_days, review_days, on_deadline,
  bars_own_institute, created_at) VALUES ($1, $2, 'handler', 'one', 1, 7, 7, 'remind', false, now())`
const overDelegation = `INSERT INTO delegation (id, project_id, root_id, grantor_id, holder_id, authorities, starts_at, ends_at, created_at)
  SELECT $1, p.id, $1, p.pi_id, $2, '{request-data,manage-ethics}', now() - interval '90 days', now() - interval '1 day', now()
  FROM project p JOIN access_request r ON r.project_id = p.id WHERE r.state = 'approved' AND p.pi_id <> $2 ORDER BY r.id LIMIT 1`

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

test('there are such pages', () => {
  expect(routes.length).toBeGreaterThan(4)
})

test('to whoever is near and not in it a page is not there, as if it never was', async ({ page, own }) => {
  test.setTimeout(180_000)
  for (const name of await near(own)) {
    await page.context().clearCookies()
    await page.goto('/sign-in')
    await page.getByRole('button', { name }).click()
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    for (const { route, sql } of routes) {
      const { rows } = await own.database.query<{ id: string }>(sql)
      const there = await answerOf(page.request, route, rows[0]?.id ?? '')
      expect([name, route, there.status]).toEqual([name, route, 404])
      expect(there).toEqual(await answerOf(page.request, route, randomUUID()))
    }
  }
})
