import type { BrowserContext, Page } from '@playwright/test'
import { builtPages } from '@/tests/support/built-pages'
import { signIn } from '@/tests/support/sign-in'
import { test as base, expect, expectAccessible, sideways } from '@/tests/support/test'
import { type Visit, visits } from './addresses'

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
type Persona = Visit['as']

/** The test with personas who signed in once for all pages of its worker. */
const test = base.extend<object, { cookiesOf: (as: Persona) => Promise<Cookies> }>({
  cookiesOf: [
    async ({ browser }, use) => {
      const known = new Map<Persona, Promise<Cookies>>()
      const enter = async (as: NonNullable<Persona>) => {
        const context = await browser.newContext({ baseURL: process.env.E2E_ORIGIN })
        await signIn(await context.newPage(), as)
        const cookies = await context.cookies()
        await context.close()
        return cookies
      }
      await use((as) => {
        const asked = known.get(as) ?? (as ? enter(as) : Promise.resolve([]))
        known.set(as, asked)
        return asked
      })
    },
    { scope: 'worker' },
  ],
})

const desktop = { width: 1280, height: 800 }
const phone = { width: 360, height: 740 }

// Use of colour and contrast, by their numbers in WCAG: all that can differ between light and dark.
const colourRules = ['wcag141', 'wcag143']

/** Looks at the open page on a desktop and on a phone; in the dark at its colours alone, as all else is as in the light. */
async function look(page: Page, colours: 'light' | 'dark'): Promise<void> {
  const rules = colours === 'dark' ? colourRules : undefined
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectAccessible(page, rules)
  await page.setViewportSize(phone)
  expect(await sideways(page), 'pixels that a phone would have to be moved sideways').toBeLessThanOrEqual(0)
  await expectAccessible(page, rules)
  await page.setViewportSize(desktop)
}

// A trace keeps each page many times over, and takes longer than the looks.
test.use({ trace: 'off' })

// What no reader should meet: values of the program instead of words, and the keys of messages instead of messages.
const raw = /\b(?:null|undefined|NaN)\b|\[object |\{\w+\}|\b[a-z]+\.[a-z]+(?:-[a-z]+)*\.[a-z][a-z.-]*\b(?!\/)/

/** The words of the page but for code, addresses and what is in English by itself, in pieces as they stand in its elements. */
const wordsOf = (page: Page): Promise<string[]> =>
  page.locator('main').evaluate((main) => {
    const words: string[] = []
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('code, pre, script, .font-mono, a[rel], [lang=en]'))
        words.push((node.textContent ?? '').replace(/https?:\/\/\S+/g, ''))
    return words
  })

/** Reads the page in Swedish: the document says so, and nothing raw stands among its words. */
async function readInSwedish(page: Page, address: string): Promise<void> {
  await page.context().addCookies([{ name: 'language', value: 'sv', url: process.env.E2E_ORIGIN }])
  await page.goto(address)
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
  const words = await wordsOf(page)
  expect(words.join('')).toMatch(/\w/)
  expect(words.filter((text) => raw.test(text))).toEqual([])
  await page.context().clearCookies({ name: 'language' })
}

test('every page of the build is visited, and no page that is not in it', () => {
  expect(Object.keys(visits).toSorted()).toEqual([...builtPages].toSorted())
})

for (const [route, { as, at, lead, status = 200 }] of Object.entries(visits))
  test(`${route} can be read by everyone, in light and dark, on a desktop and a phone`, async ({
    browser,
    cookiesOf,
  }) => {
    const context = await browser.newContext({
      baseURL: process.env.E2E_ORIGIN,
      viewport: desktop,
      reducedMotion: 'reduce',
    })
    await context.addCookies(await cookiesOf(as))
    const page = await context.newPage()
    const led = async () => {
      await lead?.(page)
      return page.url()
    }
    for (const address of lead ? [...at, await led()] : at)
      for (const colorScheme of ['light', 'dark'] as const)
        await test.step(`${address} in ${colorScheme}`, async () => {
          await page.emulateMedia({ colorScheme })
          expect((await page.goto(address))?.status()).toBe(status)
          await look(page, colorScheme)
          if (colorScheme === 'light') await readInSwedish(page, address)
        })
    await context.close()
  })
