import { signIn } from '@/tests/support/sign-in'
import { expect, test } from '@/tests/support/test'

test('cookies that prove something are read by no script and sent by no other site', async ({ page, context }) => {
  await signIn(page, 'petra')
  const session = (await context.cookies()).find(({ name }) => name === 'session')
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(session?.value).toMatch(/^[\w-]{43}$/)
  expect(await page.evaluate(() => document.cookie)).not.toContain('session')
})

test('another site makes the browser change nothing, with the cookie and all', async ({ page, baseURL }) => {
  await signIn(page, 'petra', '/account')
  const data = { name: 'forged', scopes: ['account:read'], days: 1 }
  for (const origin of ['https://evil.example', 'null', `${baseURL}.evil.example`]) {
    const answer = await page.request.post('/api/v1/me/tokens', { headers: { origin }, data })
    expect([answer.status(), (await answer.json()).code]).toEqual([403, 'platform.wrong-origin'])
  }
  expect((await page.request.post('/api/v1/me/tokens', { headers: { origin: baseURL ?? '' }, data })).status()).toBe(
    201,
  )
})

test('another site signs nobody in: the form of a server action is refused', async ({ page, playwright, baseURL }) => {
  await page.goto('/sign-in')
  const fields = await page
    .getByRole('button', { name: 'Petra PI' })
    .evaluate((button: HTMLButtonElement) =>
      Object.fromEntries(new FormData(button.form as HTMLFormElement, button).entries()),
    )
  const send = async (origin: string) => {
    const stranger = await playwright.request.newContext({ baseURL })
    const answer = await stranger.post('/sign-in', {
      headers: { origin },
      multipart: fields as Record<string, string>,
      maxRedirects: 0,
    })
    const cookies = (await stranger.storageState()).cookies.map(({ name }) => name)
    await stranger.dispose()
    return { status: answer.status(), cookies }
  }
  const forged = await send('https://evil.example')
  expect(forged.status).toBeGreaterThanOrEqual(400)
  expect(forged.cookies).not.toContain('session')
  expect((await send(baseURL ?? '')).cookies).toContain('session')
})

test('bodies that are no JSON object in UTF-8 of ten megabytes are refused by name', async ({ page, baseURL }) => {
  await signIn(page, 'petra', '/account')
  const post = async (data: string | Buffer, type = 'application/json') => {
    const headers = { origin: baseURL ?? '', 'content-type': type }
    const answer = await page.request.post('/api/v1/me/tokens', { headers, data })
    expect(answer.headers()['content-type']).toBe('application/problem+json')
    return answer.status()
  }
  expect(await post('{"name":')).toBe(400)
  expect(await post('[]')).toBe(400)
  expect(await post(Buffer.from([0x7b, 0xff, 0x7d]))).toBe(400)
  expect(await post('name=x', 'application/x-www-form-urlencoded')).toBe(415)
  expect(await post('{"name":"x\\u0000"}')).toBe(422)
  expect(await post(JSON.stringify({ name: 'å'.repeat(5_500_000) }))).toBe(413)
})

test('the name of an uploaded file is text, whatever it spells', async ({ page }) => {
  await signIn(page, 'sten', '/stewardship/import')
  const name = "<img src=x onerror=alert(1)>';--.json"
  const buffer = Buffer.from('[{"slug":"hostile"}]')
  await page.getByLabel('File').setInputFiles({ name, mimeType: 'application/json', buffer })
  await page.getByRole('button', { name: 'Try it out' }).click()
  await page.waitForURL(/\/stewardship\/import\/[0-9a-f-]{36}/)
  await page.goto('/stewardship/import')
  await expect(page.getByRole('rowheader', { name: /img src=x onerror=alert\(1\)/ })).toBeVisible()
  expect(await page.locator('[onerror]').count()).toBe(0)
})
