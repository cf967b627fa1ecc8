import type { Page } from '@playwright/test'
import { weekAfter } from './lent'

/** The address of a machine's sheet for who acts for a project. */
export const sheetOf = (machine: string, project: string) => `/bookings?${new URLSearchParams({ machine, project })}`

/** A cell by how many weeks it is after the running one, its slot, and what it says. */
export const cellOf = (page: Page, ahead: number, slot: string, says = '') =>
  page.getByRole('gridcell', { name: new RegExp(`^Week ${weekAfter(ahead)}, slot ${slot}, ${says}`) })

export const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
