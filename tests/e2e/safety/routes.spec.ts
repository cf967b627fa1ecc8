import { built, builtPages as pages } from '@/tests/support/built-pages'
import { expect, test } from '@/tests/support/test'

const { routes, dynamicRoutes } = built('prerender-manifest.json')
const { matchers } = built('server/functions-config-manifest.json').functions['/_middleware']

/** An address of the route, as it is typed and as it is rewritten to. */
const addressesOf = (route: string): string[] => {
  const filled = route.replaceAll(/\[\.\.\.\w+\]/g, 'no/such').replaceAll(/\[(?!language)\w+\]/g, 'some-1')
  return ['/en', '/sv', ''].map((language) => filled.replace('/[language]', language) || '/')
}

test('the build has pages of both kinds', () => {
  const prerendered = pages.filter((route) => route in routes || route in dynamicRoutes)
  expect(prerendered.length).toBeGreaterThan(4)
  expect(pages.length - prerendered.length).toBeGreaterThan(20)
})

for (const route of pages)
  test(`${route} is either prerendered or given a nonce by the proxy`, () => {
    const prerendered = route in routes || route in dynamicRoutes
    for (const address of addressesOf(route)) {
      const matched = matchers.some(({ regexp }: { regexp: string }) => new RegExp(regexp).test(address))
      const advice = prerendered
        ? `${address} is prerendered: name it in the exclusions of proxy.ts`
        : `${address} is rendered per request: take it out of the exclusions of proxy.ts`
      expect(matched, advice).toBe(!prerendered)
    }
  })
