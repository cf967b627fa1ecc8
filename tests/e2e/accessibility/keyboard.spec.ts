import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, test } from '@/tests/support/test'

/** What the eye has of the focus: whether its mark is drawn, and whether what has it is in sight and not under something. */
const focusSeen = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return { marked: true, seen: true, what: 'the browser' }
    // A control that is drawn by its label shows the focus there.
    const outlined = (element: Element) => Number.parseFloat(getComputedStyle(element).outlineWidth) >= 2
    const drawn = outlined(focused) && focused.getBoundingClientRect().width > 2 ? focused : focused.closest('label')
    const box = (drawn ?? focused).getClientRects()[0] ?? new DOMRect()
    const inside = (from: number, to: number, room: number) => (Math.max(from, 0) + Math.min(to, room)) / 2
    const at = { x: inside(box.left, box.right, innerWidth), y: inside(box.top, box.bottom, innerHeight) }
    const top = document.elementFromPoint(at.x, at.y)
    const seen = [focused, drawn].some((element) => element && top && (element.contains(top) || top.contains(element)))
    const marked = drawn !== null && outlined(drawn) && getComputedStyle(drawn).outlineStyle !== 'none'
    return { marked, seen, what: focused.outerHTML.slice(0, 200) }
  })

/** Presses Tab until `target` has the focus; every stop on the way must be seen to have it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stops = 0; stops < 150; stops += 1) {
    await page.keyboard.press('Tab')
    const { marked, seen, what } = await focusSeen(page)
    expect({ marked, seen }, what).toEqual({ marked: true, seen: true })
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab does not reach ${target}`)
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

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
