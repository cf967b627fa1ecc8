import fs from 'node:fs'
import { startDisposablePortal } from '@/scripts/steps/disposable-portal.mjs'
import { freePort } from '@/scripts/steps/port.mjs'
import { startServer } from '@/scripts/steps/server.mjs'
import { signIn } from '@/tests/support/sign-in'
import { expect, test } from '@/tests/support/test'

// A portal of its own, of two processes on one database: what is hidden here disturbs no other journey.
test.describe.configure({ mode: 'serial' })

let portal: Awaited<ReturnType<typeof startDisposablePortal>>
let second: Awaited<ReturnType<typeof startServer>>
let first = ''
let secondLog = ''

test.beforeAll(async () => {
  test.setTimeout(180_000)
  const port = await freePort()
  first = `http://localhost:${port}`
  portal = await startDisposablePortal({ purpose: 'processes', port })
  secondLog = `${portal.logFile}.second`
  second = await startServer({ env: portal.env, port: await freePort(), logFile: secondLog })
})
test.afterAll(async () => {
  await second.stop()
  await portal.stop()
})

/** All that an answer says, but for what names the request, the slug (also in hashes) or the moment. */
async function said(address: string, slug: string) {
  const answer = await fetch(first + address.replace('SLUG', slug), { headers: { 'accept-encoding': 'identity' } })
  const kept = [...answer.headers].filter(
    ([name]) => !['date', 'etag', 'content-length', 'x-request-id'].includes(name),
  )
  const plain = (text: string) =>
    text
      .replaceAll(slug, 'SLUG')
      .replaceAll(/urn:request:[\w.:-]+/g, 'urn:request')
      // Next cuts its data into as many scripts as the moment asks for, each with a hash, and its rows come as they are ready.
      .replaceAll(/"\]\)<\/script><script>self\.__next_f\.push\(\[1,"/g, '')
      .replaceAll(/( 'sha256-[\w+/=]+')+/g, ' hashes')
  return {
    status: answer.status,
    headers: plain(JSON.stringify(kept.toSorted())),
    body: plain(await answer.text())
      .split('\\n')
      .toSorted(),
  }
}

test('a hidden, a draft and an unknown dataset are told apart by no byte', async () => {
  const { rows } = await import('pg').then(async ({ default: pg }) => {
    const client = new pg.Client({ connectionString: portal.databaseUrl })
    await client.connect()
    try {
      return await client.query<{ slug: string; state: string }>(
        "SELECT slug, state FROM dataset WHERE state IN ('hidden', 'draft')",
      )
    } finally {
      await client.end()
    }
  })
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['hidden', 'draft']))
  for (const { slug } of rows) {
    const unknown = slug.replaceAll(/\w/g, 'q')
    for (const address of [
      '/datasets/SLUG',
      '/sv/datasets/SLUG',
      '/datasets/SLUG/versions/1.0.0',
      '/datasets/SLUG/cite/bibtex',
      '/api/v1/datasets/SLUG',
      '/api/v1/datasets/SLUG/versions',
    ]) {
      // Once each before, so that neither is compared while its cache is still cold.
      await said(address, slug)
      await said(address, unknown)
      const [theirs, none] = [await said(address, slug), await said(address, unknown)]
      expect([address, theirs.status]).toEqual([address, 404])
      expect(theirs).toEqual(none)
    }
  }
})

test('what is hidden through one process is gone from the next answer of the other', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: first })
  const page = await context.newPage()
  await signIn(page, 'sten', '/stewardship/datasets/ctpa')
  const seen = async () => [
    (await fetch(`${second.origin}/datasets/ctpa`)).status,
    (await fetch(`${second.origin}/api/v1/datasets/ctpa`)).status,
    (await (await fetch(`${second.origin}/api/v1/datasets?q=slug:ctpa`)).json()).total.value,
    (await (await fetch(`${second.origin}/`)).text()).length > 1000,
  ]
  expect(await seen()).toEqual([200, 200, 1, true])
  await page.getByRole('button', { name: 'Hide…' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('The depositor asked for it')
  await page.getByRole('dialog').getByRole('button', { name: 'Hide', exact: true }).click()
  await page.waitForURL(/done=hidden/)
  expect(await seen()).toEqual([404, 404, 0, true])
  await context.close()
})

test('writes beyond the allowance answer 429 with the seconds to wait', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: first })
  const page = await context.newPage()
  await signIn(page, 'carl', '/account')
  const post = () => page.request.post('/api/v1/me/tokens', { headers: { origin: first }, data: {} })
  const statuses = new Set<number>()
  let last = await post()
  for (let n = 0; n < 260 && last.status() !== 429; n++) {
    statuses.add(last.status())
    last = await post()
  }
  expect([...statuses]).toEqual([422])
  expect([last.status(), last.headers()['content-type']]).toEqual([429, 'application/problem+json'])
  expect(Number(last.headers()['retry-after'])).toBeGreaterThan(0)
  await context.close()
})

test('no log holds a password, a token, a cookie or a personal number that was sent', async ({ browser }) => {
  const secrets = {
    password: 'correct horse secret 77',
    token: `aida_${'Ab3'.repeat(14)}x`,
    ticket: `Zx9${'q8W'.repeat(14)}`,
    person: '811228-9874',
  }
  const context = await browser.newContext({ baseURL: first })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill('nobody@example.org')
  await page.getByLabel('Password').fill(secrets.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  for (const address of [
    `/set-password?ticket=${secrets.ticket}`,
    `/feeds/${secrets.ticket}`,
    `/datasets?q=${secrets.person}`,
    `/datasets/${secrets.person}`,
    `/api/v1/datasets/${secrets.person}`,
  ])
    await page.request.get(address)
  await page.request.get('/api/v1/me', { headers: { authorization: `Bearer ${secrets.token}` } })
  await signIn(page, 'eva', '/account')
  const sent = { name: secrets.person, scopes: ['account:read'], days: 1 }
  await page.request.post('/api/v1/me/tokens', { headers: { origin: first }, data: sent })
  const cookie = (await context.cookies()).find(({ name }) => name === 'session')?.value ?? ''
  expect(cookie).toMatch(/^[\w-]{43}$/)
  await context.close()
  const log = fs.readFileSync(portal.logFile, 'utf8') + fs.readFileSync(secondLog, 'utf8')
  expect(log).toContain('/api/v1/me/tokens')
  const { AUTH_SECRET, ENCRYPTION_KEY } = portal.env
  for (const [what, secret] of Object.entries({ ...secrets, cookie, AUTH_SECRET, ENCRYPTION_KEY }))
    expect([what, log.includes(String(secret))]).toEqual([what, false])
})
