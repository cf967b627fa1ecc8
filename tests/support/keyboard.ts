import type { Locator, Page } from '@playwright/test'
import { expect } from './test'

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
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stops = 0; stops < 150; stops += 1) {
    await page.keyboard.press('Tab')
    const { marked, seen, what } = await focusSeen(page)
    expect({ marked, seen }, what).toEqual({ marked: true, seen: true })
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab does not reach ${target}`)
}

/** Reaches `target` by Tab and presses a key on it. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}
