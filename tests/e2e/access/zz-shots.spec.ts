import type { Page } from '@playwright/test'
import { test } from '@/tests/support/own-portal'
import type { PersonaKey } from '@/tests/support/sign-in'
import { as, open } from './acting'

test.use({ expectedFaults: [/./], actionTimeout: 20_000 })
const out = '/tmp/t/j-shots'
const wide = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }

async function shoot(page: Page, name: string, modes = ['light', 'phone']) {
  for (const mode of modes) {
    await page.setViewportSize(mode === 'phone' ? phone : wide)
    await page.emulateMedia({ colorScheme: mode === 'dark' ? 'dark' : 'light' })
    await page.waitForTimeout(150)
    await page.screenshot({ path: `${out}/${name}-${mode}.png`, fullPage: true })
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wider > 0) console.log(`WIDER ${name} ${mode} ${wider}`)
  }
  await page.setViewportSize(wide)
}

const own = ['Follow-up of small nodules', 'Breast density over time', 'Emboli by machine', 'Organs in CT', 'Faces from head CT', 'Sent twice', 'Pilot of a reader', 'Copies elsewhere', 'Chest and its rims', 'Grading of nodal metastases']
const hub = ['Dose and image quality', 'Lesions of the skin', 'Grading of nodal metastases', 'Organs in CT', 'Chest and its rims', 'Copies elsewhere', 'Pilot of a reader']
const slug = (name: string) => name.toLowerCase().replaceAll(' ', '-')

test('shots', async ({ browser, ownOrigin: origin }) => {
  test.setTimeout(600_000)
  const each = async (who: PersonaKey, list: string, names: string[]) => {
    const page = await as(browser, origin, who, list)
    for (const name of names) {
      await page.goto(list)
      await open(page, name).catch(() => console.log('NO', who, name))
      await shoot(page, `request-${who}-${slug(name)}`, ['light', 'phone'])
    }
    return page
  }
  const petra = await each('petra', '/requests', own)
  const hanna = await each('hanna', '/requests/queue?show=all', hub)
  await each('rut', '/requests/queue', ['Lesions of the skin'])
  await each('dan', '/requests/queue', ['Grading of nodal metastases'])
  await petra.goto('/requests'); await open(petra, 'Organs in CT'); await shoot(petra, 'request-petra-dark', ['dark'])
  await hanna.goto('/requests/queue?show=all'); await shoot(hanna, 'queue', ['light', 'phone'])
  await open(hanna, 'Organs in CT'); await shoot(hanna, 'request-hanna-dark', ['dark'])
  for (const verb of ['Extend', 'Revoke']) {
    await hanna.getByRole('button', { name: `${verb}…` }).first().click()
    await shoot(hanna, `dialog-${verb}`)
    await hanna.keyboard.press('Escape')
  }
  await petra.goto('/ethics'); await shoot(petra, 'ethics-list', ['light', 'phone', 'dark'])
  for (const number of ['2025-01234-01', '2026-00456-02', '2026-03789-02', '2026-02222-01', '2025-04711-01']) {
    await petra.goto('/ethics')
    await petra.getByRole('link', { name: number }).first().click()
    await petra.waitForURL(/ethics\/[0-9a-f-]{36}/)
    await shoot(petra, `ethics-${number}`)
  }
  await petra.goto('/ethics/new?project=demo-lung-nodules'); await shoot(petra, 'ethics-new')
  const eva = await as(browser, origin, 'eva', '/ethics')
  await shoot(eva, 'ethics-queue')
  await eva.getByRole('link', { name: '2026-02222-01' }).first().click()
  await eva.waitForTimeout(1500)
  await shoot(eva, 'ethics-verify', ['light', 'phone', 'dark'])
  await petra.goto('/grants'); await shoot(petra, 'grants', ['light', 'phone'])
  await petra.getByRole('link', { name: 'What it rests on' }).first().click(); await petra.waitForURL(/grants\//); await shoot(petra, 'grant-petra', ['light', 'phone', 'dark'])
  await hanna.goto('/grants'); await hanna.getByRole('link', { name: 'What it rests on' }).nth(1).click(); await hanna.waitForURL(/grants\//); await shoot(hanna, 'grant-hanna', ['light', 'phone'])
  for (const [slugOf, who] of [['ctpa', petra], ['drsk', petra], ['brln', petra]] as const) {
    await who.goto(`/datasets/${slugOf}/request`); await shoot(who, `verdict-${slugOf}`)
  }
  await petra.goto('/datasets/ctpa/files'); await shoot(petra, 'files')
})
