import { createRemoteJWKSet, decodeProtectedHeader, errors, jwtVerify } from 'jose'
import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'

test('an independent reader believes the visas of the portal by its published keys, until an administrator withdraws the key', async ({
  page,
  baseURL,
}) => {
  const address = (path: string) => new URL(path, baseURL)
  await signIn(page, 'petra', '/grants')
  const me = await (await page.request.get('/api/v1/me')).json()
  const ask = () => page.request.get(`/api/permissions/${me.id}`)
  // A portal that has just been started makes its first key within moments.
  await expect(async () => expect((await ask()).status()).toBe(200)).toPass({ timeout: 30_000 })
  const answer = await ask()
  const { ga4gh_passport_v1: visas } = await answer.json()
  expect(visas.length).toBeGreaterThan(0)
  const { jku, typ } = decodeProtectedHeader(visas[0])
  expect([jku, typ]).toEqual([address('/api/v1/jwk').href, 'vnd.ga4gh.visa+jwt'])
  const published = createRemoteJWKSet(new URL(String(jku)))
  for (const visa of visas) {
    const { payload } = await jwtVerify(visa, published, { typ: 'vnd.ga4gh.visa+jwt', subject: me.id })
    expect(payload.ga4gh_visa_v1).toMatchObject({ type: 'ControlledAccessGrants', by: 'dac' })
  }
  const before = await (await page.request.get('/api/jwk')).json()
  expect(before).toEqual(await (await page.request.get('/api/v1/jwk')).json())

  await page.context().clearCookies()
  await signIn(page, 'ada', '/administration/visas')
  await page.getByLabel('Others may know the key').check()
  await page.getByRole('button', { name: 'Let another key sign' }).click()
  await expect(page.getByText('Another key signs from now on.')).toBeVisible()
  const after = createRemoteJWKSet(address('/api/v1/jwk'))
  await expect(jwtVerify(visas[0], after)).rejects.toThrow(errors.JWKSNoMatchingKey)
})
