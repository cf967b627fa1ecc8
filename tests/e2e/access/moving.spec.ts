import type { Page } from '@playwright/test'
import { test } from '@/tests/support/own-portal'
import { expect } from '@/tests/support/test'
import { act, dayIn, open, state } from './acting'
import { box, save } from './answering'
import { approved, drafted, granted, onStage } from './made'
import { grantEnds } from './passing'

test.use({ expectedFaults: [/status of 4\d\d/], actionTimeout: 20_000 })

/** What the dataset's page says to its reader now. */
async function says(page: Page, dataset: string, words: string): Promise<void> {
  await page.goto(`/datasets/${dataset}/request`)
  await expect(page.getByText(words).first()).toBeVisible()
}

/** A project for data access only at another institution: made with the first request of it, which is thrown away again. */
async function anotherInstitution(petra: Page): Promise<void> {
  await petra.goto('/datasets/kf2020/request')
  await petra.getByLabel('Institution').fill('Uppsala University')
  await petra.getByRole('button', { name: 'Begin a request with it' }).click()
  await petra.waitForURL(/\/requests\/[0-9a-f-]{36}$/)
  await act(petra, 'Throw away')
  await petra.waitForURL('**/requests')
}

test('a request moves to another institution: approved there, it ends here', async ({
  page: petra,
  browser,
  ownOrigin: origin,
}) => {
  test.setTimeout(120_000)
  const { eva, hanna, approval } = await onStage(petra, { browser, origin }, ['kf2020'])
  const at = await granted({ petra, hanna }, { title: 'Knees that move', datasets: ['kf2020'], approval })
  await anotherInstitution(petra)
  const there = await approved({ petra, eva }, ['kf2020'], 'data-access-petra-pi')

  await petra.goto(at)
  await act(petra, 'Hand over', (dialog) =>
    dialog.getByLabel('Project that takes over').selectOption({ label: 'Data access, Petra PI (Uppsala University)' }),
  )
  await petra.waitForURL((url) => url.pathname !== at)
  await expect(state(petra, 'Draft')).toBeVisible()
  const moved = new URL(petra.url()).pathname
  await box(petra, 'Last day').fill(dayIn(100))
  const choice = box(petra, 'Ethics approval')
  await choice.selectOption(await choice.locator('option', { hasText: there.number }).getAttribute('value'))
  await save(petra)
  await act(petra, 'Submit')
  await expect(state(petra, 'Submitted')).toBeVisible()
  await says(petra, 'kf2020', 'You may use this dataset now')

  await hanna.goto(moved)
  await act(hanna, 'Approve', (dialog) => dialog.getByLabel('Last day').fill(dayIn(90)))
  await expect(state(hanna, 'Approved')).toBeVisible()
  await hanna.goto(at)
  await expect(state(hanna, 'Closed')).toBeVisible()
  await expect(hanna.getByText('Handed over').first()).toBeVisible()
  await says(petra, 'kf2020', 'You may use this dataset now')
})

test('a grant is extended where it stands, runs out, and is renewed where it stands', async ({
  page: petra,
  browser,
  ownPortal: { origin, databaseUrl },
}) => {
  test.setTimeout(120_000)
  const { hanna, approval } = await onStage(petra, { browser, origin }, ['megre'])
  const at = await granted({ petra, hanna }, { title: 'Livers for longer', datasets: ['megre'], approval }, 30)
  await petra.goto(at)
  await act(petra, 'Ask for more time', async (dialog) => {
    await dialog.getByLabel('Last day').fill(dayIn(60))
    await dialog.getByLabel('Reason').fill('Half of the livers are read')
  })
  await expect(petra.getByRole('button', { name: 'Ask for more time…' })).toBeHidden()
  await hanna.goto('/requests/queue?turn=handler')
  await open(hanna, 'Livers for longer')
  await expect(hanna.getByText('Half of the livers are read')).toBeVisible()
  await act(hanna, 'Extend', (dialog) => dialog.getByLabel('Last day').fill(dayIn(60)))
  await expect(hanna.getByText(dayIn(60)).first()).toBeVisible()
  await says(petra, 'megre', 'You may use this dataset now')

  await grantEnds(databaseUrl, at.split('/').at(-1) ?? '')
  await says(petra, 'megre', `The grant ended on`)
  await hanna.reload()
  await act(hanna, 'Extend', (dialog) => dialog.getByLabel('Last day').fill(dayIn(120)))
  await expect(hanna.getByText(dayIn(120)).first()).toBeVisible()
  await says(petra, 'megre', 'You may use this dataset now')
})

test('what was submitted is taken back, taken up again, and submitted once more', async ({
  page: petra,
  browser,
  ownOrigin: origin,
}) => {
  const { hanna, approval } = await onStage(petra, { browser, origin }, ['drli'])
  await petra.goto(await drafted(petra, { title: 'Lungs, second thoughts', datasets: ['drli'], approval }))
  await act(petra, 'Submit')
  await expect(state(petra, 'Submitted')).toBeVisible()
  await act(petra, 'Take back')
  await expect(state(petra, 'Taken back')).toBeVisible()
  await hanna.goto('/requests/queue?turn=handler')
  await expect(hanna.getByRole('link', { name: 'Lungs, second thoughts' })).toHaveCount(0)
  await act(petra, 'Take it up again')
  await expect(state(petra, 'Draft')).toBeVisible()
  await act(petra, 'Submit')
  await expect(state(petra, 'Submitted')).toBeVisible()
  await hanna.reload()
  await expect(hanna.getByRole('link', { name: 'Lungs, second thoughts' })).toBeVisible()
})
