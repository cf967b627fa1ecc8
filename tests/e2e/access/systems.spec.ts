import { createHmac } from 'node:crypto'
import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'
import { archive, type Heard } from './listening'

test('a connected system hears, signed, what stands and what is taken away; what it has not acknowledged stays in sight', async ({
  page,
  baseURL,
}) => {
  const { heard, state, close, url } = await archive()
  await signIn(page, 'ada', '/administration/systems')
  await page.getByLabel('Name').fill('Sensitive data archive')
  await page.getByLabel('Address').fill('https://10.0.0.1/hook')
  await page.getByRole('button', { name: 'Connect a system' }).click()
  await expect(page.getByText('Write an https address on the internet').first()).toBeVisible()
  await page.getByLabel('Address').fill(url)
  await page.getByRole('button', { name: 'Connect a system' }).click()
  const secret = await page.locator('code', { hasText: 'whsec_' }).first().innerText()
  await expect(async () => expect(heard.length).toBeGreaterThan(0)).toPass()
  const [{ headers, body, said } = {} as Heard] = heard
  expect(said.type).toBe('grant.given')
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)

  state.status = 500
  await page.context().clearCookies()
  await signIn(page, 'hanna', '/grants')
  await page.getByRole('link', { name: 'What it rests on' }).first().click()
  await expect(page.getByRole('img', { name: 'Everything holds.' })).toBeVisible()
  const grant = /[0-9a-f-]{36}$/.exec(new URL(page.url()).pathname)?.[0] ?? ''
  const { request } = await (await page.request.get(`/api/v1/grants/${grant}/basis`)).json()
  const act = (verb: string, data: object) =>
    page.request.post(`/api/v1/requests/${request}/grants/${grant}/${verb}`, {
      data,
      headers: { origin: baseURL ?? '' },
    })
  expect((await act('suspend', { reason: 'A question of the data owner' })).status()).toBe(200)
  const told = () => heard.filter((one) => one.said.data.grant === grant && one.said.type === 'grant.suspended')
  await expect(async () => expect(told().length).toBeGreaterThan(0)).toPass({ timeout: 20_000 })
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('1 withdrawal of access is not acknowledged yet')).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 20_000 })
  await expect(page.getByText('the grant is suspended').first()).toBeVisible()

  await page.context().clearCookies()
  await signIn(page, 'ada', '/administration/systems')
  await expect(page.getByText('not acknowledged yet')).toBeVisible()
  await page.getByRole('link', { name: 'Sensitive data archive' }).click()
  await page.getByRole('link', { name: /^Not acknowledged/ }).click()
  const row = page.getByRole('row', { name: /Access suspended/ })
  await expect(row.getByText('Fails')).toBeVisible()
  state.status = 200
  await row.getByRole('button', { name: /Send again/ }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('It has acknowledged everything.')).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 20_000 })
  expect(new Set(told().map((one) => one.headers['webhook-id'])).size).toBe(1)
  close()
})
