import { expect, test } from '@/tests/support/test'

const guards = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': /^(strict-origin-when-cross-origin|no-referrer)$/,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': /camera=\(\)/,
  'strict-transport-security': /max-age=31536000/,
}

const answers: [string, string, number][] = [
  ['a prerendered page', '/', 200],
  ['a page of a dataset', '/datasets/ctpa', 200],
  ['a page per request', '/datasets', 200],
  ['a page for the signed in', '/account', 307],
  ['a page that is missing', '/there-is-none', 404],
  ['a dataset that is missing', '/datasets/there-is-none', 404],
  ['a missing page like a picture', '/there-is-none.png', 404],
  ['a missing picture', '/examples/there-is-none.png', 404],
  ['a missing part of the build', '/_next/there-is-none', 404],
  ['an operation', '/api/v1/datasets', 200],
  ['an operation refused', '/api/v1/me', 401],
  ['an operation that is missing', '/api/v1/there-is-none', 404],
  ['the root of the API', '/api', 404],
  ['a download', '/datasets/ctpa/cite/bibtex', 200],
  ['a table', '/metrics/table.csv', 200],
  ['a picture', '/examples/ct-head.png', 200],
  ['a script', '/theme.js', 200],
  ['a probe', '/healthz', 200],
]

for (const [what, address, status] of answers)
  test(`${what} (${address}) is guarded`, async ({ request }) => {
    const answer = await request.get(address, { maxRedirects: 0 })
    expect(answer.status()).toBe(status)
    const headers = answer.headers()
    for (const [name, value] of Object.entries(guards))
      expect([name, headers[name]]).toEqual([name, expect.stringMatching(value)])
    expect(headers['x-powered-by']).toBeUndefined()
    const policy = headers['content-security-policy'] ?? ''
    if (/html/.test(headers['content-type'] ?? '')) {
      expect(policy).toMatch(/(^|; )script-src 'self'/)
      expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|http)/)
      expect(policy).toContain("base-uri 'none'")
    }
    if (address.startsWith('/api') && status !== 200) expect(headers['content-type']).toBe('application/problem+json')
  })

test('a method that an address does not take is answered with those that it takes', async ({ request }) => {
  for (const [address, allow] of [
    ['/api/v1/datasets', 'GET, HEAD, OPTIONS'],
    ['/api/v1/imports', 'GET, POST, HEAD, OPTIONS'],
    ['/api/v1/stewardship/datasets/ctpa/hide', 'POST, OPTIONS'],
    ['/api/v1/openapi.json', 'GET, HEAD, OPTIONS'],
  ] as const) {
    const answer = await request.delete(address)
    const { allow: told, 'content-type': type } = answer.headers()
    expect([answer.status(), told, type]).toEqual([405, allow, 'application/problem+json'])
    expect((await answer.json()).code).toBe('platform.method-not-allowed')
    expect((await request.fetch(address, { method: 'OPTIONS' })).headers().allow).toBe(allow)
  }
  expect((await request.head('/api/v1/datasets')).status()).toBe(200)
})

test('an address that spells no text is refused, not a fault', async ({ baseURL }) => {
  const answer = await fetch(`${baseURL}/datasets/%ff`)
  expect([answer.status, answer.headers.get('x-content-type-options')]).toEqual([400, 'nosniff'])
})

test('no redirect leaves the portal', async ({ request, baseURL }) => {
  const evil = ['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)']
  const addresses = [
    ...evil.flatMap((to) => ['/language?to=sv&back=', '/sign-in?next='].map((at) => at + encodeURIComponent(to))),
    '//evil.example',
    '/%5Cevil.example',
    '/10.23698/aida/%2F%2Fevil.example',
    '/search?q=//evil.example',
  ]
  for (const address of addresses) {
    const answer = await request.get(`${baseURL}${address}`, { maxRedirects: 0 })
    const to = answer.headers().location
    if (to) expect([address, new URL(to, baseURL).origin]).toEqual([address, baseURL])
    else expect(answer.status()).toBeLessThan(500)
  }
})
