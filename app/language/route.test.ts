import { expect, test } from 'vitest'
import { GET, POST } from './route'

const press = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  POST(
    new Request('http://hub.example/language', {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { host: 'hub.example', ...headers },
    }),
  )

test('remembers the language and goes back to where the button was pressed', async () => {
  const answer = await press({ to: 'sv' }, { referer: 'http://hub.example/datasets?q=ct' })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/datasets?q=ct')
  expect(answer.headers.get('set-cookie')).toContain('language=sv; Path=/;')
})

test.each([
  [{ to: 'en', back: '/metrics' }, {}, '/metrics'],
  [{ to: 'en', back: '//evil.example' }, {}, '/'],
  [{ to: 'en', back: 'https://evil.example/' }, {}, '/'],
  [{ to: 'en' }, { referer: 'https://evil.example/datasets' }, '/'],
  [{ to: 'en' }, { referer: 'nonsense' }, '/'],
  [{ to: 'en' }, {}, '/'],
])('%j with the headers %j leads to a page of ours', async (fields, headers, location) => {
  expect((await press(fields, headers)).headers.get('location')).toBe(location)
})

test('a language that the portal does not speak changes nothing', async () => {
  expect((await press({ to: 'tlh' })).headers.get('set-cookie')).toBeNull()
})

test('a link does the same', async () => {
  const answer = await GET(new Request('http://hub.example/language?to=sv&back=/datasets'))
  expect([answer.headers.get('location'), answer.headers.get('set-cookie')?.slice(0, 11)]).toEqual([
    '/datasets',
    'language=sv',
  ])
})
