import { press, tabTo } from '@/tests/support/keyboard'
import { expect, expectAccessible, test } from '@/tests/support/test'

test('with the keyboard alone a dataset is found, narrowed down to, opened and cited', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/')
  await press(page, page.getByRole('link', { name: 'Skip to the content' }))
  await tabTo(page, page.getByRole('searchbox', { name: 'Search datasets' }))
  await page.keyboard.type('lymph')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/datasets?q=lymph')
  await press(page, page.getByRole('checkbox', { name: /^Colon/ }), 'Space')
  await expect(page.getByRole('status')).toHaveText('2 datasets')
  const title = 'Regional lymph node metastasis in colon adenocarcinoma'
  await press(page, page.getByRole('link', { name: title, exact: true }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await tabTo(page, page.getByRole('radio', { name: 'APA' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'BibTeX' })).toBeChecked()
  await press(page, page.getByRole('button', { name: 'Copy' }))
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('@misc{aida_lnco')
  const download = page.waitForEvent('download')
  await press(page, page.getByRole('link', { name: 'Download aida-lnco-1.2.0.bib' }))
  expect((await download).suggestedFilename()).toBe('aida-lnco-1.2.0.bib')
})

test('with the keyboard alone a steward signs in, edits a draft, and thinks better of discarding it', async ({
  page,
}) => {
  await page.goto('/sign-in?next=/stewardship')
  await press(page, page.getByRole('button', { name: 'Sten Steward' }))
  await press(page, page.getByRole('link', { name: 'Shoulders before and after surgery (demonstration)' }))
  await press(page, page.getByRole('link', { name: 'Works and notes' }))
  await tabTo(page, page.getByLabel('Notes'))
  await page.keyboard.type('Written by keyboard.')
  await press(page, page.getByRole('button', { name: 'Save' }))
  await expect(page.getByText('Saved: Works and notes.')).toBeVisible()

  const open = page.getByRole('button', { name: 'Discard the draft…' })
  await press(page, open)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await tabTo(page, dialog.getByRole('button', { name: 'Cancel' }))
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(open).toBeFocused()
})
