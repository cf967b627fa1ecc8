import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '@/tests/support/test'

const found = (page: Page) => page.getByRole('status')
const box = (page: Page) => page.getByRole('combobox', { name: 'Search datasets' })

test('a visitor searches, narrows, goes back and takes a filter away', async ({ page }) => {
  await page.goto('/datasets')
  await expect(found(page)).toHaveText('20 datasets')
  await box(page).fill('lymph')
  await box(page).press('Enter')
  await expect(page).toHaveURL('/datasets?q=lymph')
  await expect(found(page)).toHaveText('3 datasets')
  const colon = page.getByRole('checkbox', { name: /^Colon/ })
  await colon.check()
  await expect(page).toHaveURL('/datasets?q=lymph&organ=colon')
  await expect(found(page)).toHaveText('2 datasets')
  await expect(colon).toBeFocused()
  // Its own choice does not narrow a facet: the other organ still says what it would add.
  await expect(page.getByRole('checkbox', { name: /^Breast/ })).toHaveAccessibleName('Breast 1')
  await page.goBack()
  await expect(found(page)).toHaveText('3 datasets')
  await expect(colon).not.toBeChecked()
  await page.goForward()
  await expect(colon).toBeChecked()
  await page.getByRole('link', { name: 'Remove the filter Organ: Colon' }).click()
  await expect(found(page)).toHaveText('3 datasets')
})

test('several values of one facet add up, and the order is one choice', async ({ page }) => {
  await page.goto('/datasets')
  await page.getByRole('checkbox', { name: /^Computed Tomography/ }).check()
  await expect(found(page)).toHaveText('5 datasets')
  await page.getByRole('checkbox', { name: /^Mammography/ }).check()
  await expect(found(page)).toHaveText('6 datasets')
  await page.getByRole('combobox', { name: 'Sort' }).selectOption('Largest first')
  await expect(page).toHaveURL('/datasets?modality=CT&modality=MG&sort=size')
  await expect(page.getByRole('heading', { level: 3 }).first()).toHaveText('Mammograms from cancer screening')
})

test('the keyboard alone leads to the box, through the suggestions, and to a search', async ({ page }) => {
  await page.goto('/datasets')
  await expect(box(page)).toHaveValue('')
  await page.keyboard.press('/')
  await expect(box(page)).toBeFocused()
  await page.keyboard.type('lun')
  const option = page.getByRole('option', { name: /^Lung/ })
  await expect(option).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(option).toBeHidden()
  await page.keyboard.press('ArrowDown')
  await expect(option).toBeVisible()
  const options = await page.getByRole('option').allTextContents()
  for (let at = 0; at <= options.findIndex((text) => text.startsWith('Lung')); at += 1)
    await page.keyboard.press('ArrowDown')
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/datasets?organ=lung')
  await expect(found(page)).toHaveText('1 dataset')
})

test('the query language of the old site is understood, and said in words', async ({ page }) => {
  await page.goto('/datasets?q=Modality:SM+lymph+-breast+zebra:1')
  await expect(page.getByText('Modality: Slide Microscopy')).toBeVisible()
  await expect(page.getByText('There is no field “zebra”')).toBeVisible()
})

test('a slip of the keyboard is mended, and said so', async ({ page }) => {
  await page.goto('/datasets?q=mamograms')
  await expect(page.getByText('No dataset matches “mamograms”')).toBeVisible()
  await expect(page.getByRole('heading', { level: 3 })).toHaveText('Mammograms from cancer screening')
  await expect(box(page)).toHaveValue('mamograms')
})

test('an empty result says what to leave out and what that would find @dark @phone', async ({ page }) => {
  await page.goto('/datasets?q=modality:ct+lymph')
  await expect(found(page)).toHaveText('No datasets')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'without “lymph”' }).click()
  await expect(found(page)).toHaveText('5 datasets')
})

test('the filters fold on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/datasets')
  await expect(page.getByRole('checkbox', { name: /^Colon/ })).toBeHidden()
  await page.getByText('Filters', { exact: true }).click()
  await page.getByRole('checkbox', { name: /^Colon/ }).check()
  await expect(found(page)).toHaveText('3 datasets')
})

test('the search page is accessible, with and without a filter @dark @phone', async ({ page }) => {
  await page.goto('/datasets')
  await expectAccessible(page)
  await page.goto('/datasets?q=lymph&modality=SM&organ=colon')
  await expectAccessible(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the form searches, narrows and sorts', async ({ page }) => {
    await page.goto('/datasets')
    await box(page).fill('cancer')
    await page.getByRole('checkbox', { name: /^Computed Tomography/ }).check()
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(found(page)).toHaveText('2 datasets')
    await page.getByRole('combobox', { name: 'Sort' }).selectOption('Title')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page.getByRole('heading', { level: 3 })).toHaveText([
      'Liver data from the Visual Sweden project DROID',
      'Skeletal data from the Visual Sweden project DROID',
    ])
  })
})

test.describe('in Swedish', () => {
  test.use({ locale: 'sv-SE' })

  test('the same search is in Swedish', async ({ page }) => {
    await page.goto('/datasets?q=lymph')
    await expect(found(page)).toHaveText('3 dataset')
    await expect(page.getByRole('checkbox', { name: /^Tjocktarm/ })).toBeVisible()
    await expectAccessible(page)
  })
})

test('the same search through the API, by pages', async ({ request }) => {
  const first = await (await request.get('/api/v1/datasets?sort=title&limit=15')).json()
  expect(first).toMatchObject({ total: { value: 20, relation: 'exact' }, sort: 'title' })
  const rest = await (await request.get(`/api/v1/datasets?sort=title&limit=15&cursor=${first.nextCursor}`)).json()
  const slugs = [...first.items, ...rest.items].map(({ slug }: { slug: string }) => slug)
  expect(new Set(slugs).size).toBe(20)
  expect(rest.nextCursor).toBeNull()
  expect((await request.get('/api/v1/datasets?limit=1000')).status()).toBe(422)
})
