import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import pg from 'pg'
import { startDisposablePortal } from '../../../scripts/steps/disposable-portal.mjs'
import { freePort } from '../../../scripts/steps/port.mjs'
import { signIn } from '../../support/sign-in'
import { test as base, expect } from '../../support/test'

type Portal = { origin: string; databaseUrl: string }

/** A portal of its own: what an ethics approval says is changed here, on which others rest. */
const test = base.extend<object, { portal: Portal }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that it needs from the pattern
    async ({}, use) => {
      const port = await freePort()
      const portal = await startDisposablePortal({ purpose: 'delivery', port })
      await use({ origin: `http://localhost:${port}`, databaseUrl: portal.databaseUrl })
      await portal.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ portal }, use) => use(portal.origin),
})

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const folder = fs.mkdtempSync(path.join(tmpdir(), 'portal-fetched-'))
test.afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

type Ended = { code: number; said: string; complained: string }

/** Runs the command line as somebody does who copied it from the page. */
function fetchDataset(origin: string, token: string, into: string, address = '/datasets/ctpa'): Promise<Ended> {
  const script = path.join(folder, 'fetch-dataset.mjs')
  const env = { ...process.env, DATAHUB_TOKEN: token }
  return new Promise((done) =>
    execFile(process.execPath, [script, origin + address, into], { env }, (error, said, complained) =>
      done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, said, complained }),
    ),
  )
}

/** Lets the approval that Petra's grants rest on end on another day: what is frozen is moved as the clock would move it. */
async function endEthicsOn(databaseUrl: string, day: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`SET session_replication_role = replica`)
  const { rowCount } = await client.query(`UPDATE ethics_version SET ends_on = $1 WHERE number = '2025-04711-01'`, [
    day,
  ])
  await client.end()
  expect(rowCount).toBeGreaterThan(0)
}

const listOf = async (page: Page) =>
  (await (await page.request.get('/api/v1/datasets/ctpa/files')).json()) as {
    files: { path: string; sha256: string; id: string; size: number }[]
  }

async function tokenOf(page: Page, origin: string): Promise<string> {
  const data = { name: 'cluster', scopes: ['data:read'], days: 9 }
  const answer = await page.request.post('/api/v1/me/tokens', { headers: { origin }, data })
  return ((await answer.json()) as { token: string }).token
}

test.use({ expectedFaults: [/status of 404/] })

test('a person fetches in the browser and by the command line, until the right to the data ends, and again once it is renewed', async ({
  page,
  browser,
  portal,
}) => {
  const { origin, databaseUrl } = portal
  await page.goto('/datasets/ctpa')
  await page.getByRole('link', { name: 'Files', exact: true }).click()
  await expect(page.getByText('Synthetic: made up for the demonstration')).toBeVisible()
  await expect(page.getByRole('button', { name: /Download/ })).toHaveCount(0)
  await signIn(page, 'petra', '/datasets/ctpa/files')
  await expect(page.getByText('You may use this dataset now')).toBeVisible()

  // In the browser.
  const { files } = await listOf(page)
  const table = files.find(({ path: name }) => name.endsWith('.csv'))
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Download ${table?.path}` }).click(),
  ])
  expect(saved.suggestedFilename()).toBe('SYNTHETIC-annotations.csv')
  expect(sha256(fs.readFileSync(await saved.path()))).toBe(table?.sha256)
  const link = saved.url()

  // By the command line, from a folder in which one file broke off halfway.
  const script = await page.request.get('/fetch-dataset.mjs')
  fs.writeFileSync(path.join(folder, 'fetch-dataset.mjs'), await script.body())
  const token = await tokenOf(page, origin)
  const into = path.join(folder, 'ctpa')
  const image = files.find(({ path: name }) => name.endsWith('SYNTHETIC-2.dcm'))
  const whole = await fetchDataset(origin, token, path.join(folder, 'whole'))
  expect(whole).toMatchObject({ code: 0, complained: '' })
  const bytes = fs.readFileSync(path.join(folder, 'whole', image?.path ?? ''))
  fs.mkdirSync(path.join(into, 'images'), { recursive: true })
  fs.writeFileSync(path.join(into, `${image?.path}.part`), bytes.subarray(0, 5000))
  expect(await fetchDataset(origin, token, into)).toMatchObject({
    code: 0,
    said: expect.stringContaining(`${files.length} files in ${into}, every checksum right.`),
  })
  for (const file of files) expect(sha256(fs.readFileSync(path.join(into, file.path)))).toBe(file.sha256)
  expect((await fetchDataset(origin, token, into)).said).toContain('there already')

  // The same link is nothing in another person's browser, nor without a person.
  const other = await (await browser.newContext({ baseURL: origin })).newPage()
  await signIn(other, 'dana', '/')
  expect((await other.request.get(link)).status()).toBe(404)
  const nobody = await (await browser.newContext({ baseURL: origin })).newPage()
  expect((await nobody.request.get(link)).status()).toBe(401)
  expect((await page.request.get(link, { headers: { range: 'bytes=0-3' } })).status()).toBe(206)

  // The approval ends: the page says so, the link and the command stop by themselves.
  await endEthicsOn(databaseUrl, '2026-01-01')
  await page.goto(link)
  await expect(page).toHaveURL(/\/datasets\/ctpa\/files$/)
  await expect(page.getByText('The ethics approval is not valid now')).toBeVisible()
  await expect(page.getByRole('button', { name: /Download/ })).toHaveCount(0)
  const refused = await page.request.get(link, { headers: { accept: 'application/json' } })
  expect([refused.status(), await refused.json()]).toMatchObject([403, { code: 'delivery.no-access' }])
  const stopped = await fetchDataset(origin, token, path.join(folder, 'late'))
  expect(stopped).toMatchObject({
    code: 1,
    complained: 'You may not use ctpa now: the ethics approval is not valid now.\n',
  })

  // Renewed, it goes on.
  await endEthicsOn(databaseUrl, '2030-01-01')
  await page.reload()
  await expect(page.getByText('You may use this dataset now')).toBeVisible()
  expect((await page.request.get(link)).status()).toBe(200)
  expect(await fetchDataset(origin, token, path.join(folder, 'late'))).toMatchObject({ code: 0 })
})

test('the command line says in one sentence what is wrong', async ({ page, portal: { origin } }) => {
  await signIn(page, 'dana', '/')
  const script = await page.request.get('/fetch-dataset.mjs')
  fs.writeFileSync(path.join(folder, 'fetch-dataset.mjs'), await script.body())
  const token = await tokenOf(page, origin)
  const into = path.join(folder, 'dana')
  expect(await fetchDataset(origin, token, into)).toMatchObject({
    code: 1,
    complained: expect.stringMatching(/^You may not use ctpa now: .*\.\n$/),
  })
  expect(await fetchDataset(origin, token, into, '/datasets/drsk')).toMatchObject({
    code: 1,
    complained: 'The files of drsk are not listed.\n',
  })
  expect((await fetchDataset(origin, 'aida_none', into)).code).toBe(1)
  expect((await fetchDataset(origin, '', into)).complained).toContain('Set DATAHUB_TOKEN')
  expect((await fetchDataset(origin, token, into, '/nowhere')).complained).toMatch(/^Use: /)
})

test('a steward lists a file and publishes the list, without scripts as well', async ({
  browser,
  portal: { origin },
}) => {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, 'sten', '/stewardship/datasets/drsk/files')
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'SYNTHETIC.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('a,b\n'),
  })
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('row', { name: /SYNTHETIC\.csv/ })).toBeVisible()
  await page.getByLabel('The files are synthetic').check()
  await page.getByRole('button', { name: 'Publish for good' }).click()
  await page.goto('/datasets/drsk/files')
  await expect(page.getByRole('row', { name: /SYNTHETIC\.csv/ })).toBeVisible()
})
