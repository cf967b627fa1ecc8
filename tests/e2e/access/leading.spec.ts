import { personaId } from '@/prisma/seed/people'
import { followMailedLink } from '@/tests/support/accounts'
import { test } from '@/tests/support/own-portal'
import { expect } from '@/tests/support/test'
import { act, as, dayIn, dialogOf, referenceOf, state, told } from './acting'
import { drafted, onStage, project } from './made'

test.use({ expectedFaults: [/status of 4\d\d/], actionTimeout: 20_000 })

test('another member leads a request, and a conflict of use is let pass before it is approved; each is told by mail', async ({
  page: petra,
  browser,
  ownOrigin: origin,
}) => {
  test.setTimeout(180_000)
  const { hanna, approval } = await onStage(petra, { browser, origin }, ['mbtst-dm'])
  const lent = { person: personaId('dana'), authorities: ['request-data'], until: dayIn(200) }
  await told(petra, 'post', `/api/v1/projects/${project}/delegations`, lent)
  const at = await drafted(petra, { title: 'Ancestry by breast density', datasets: ['mbtst-dm'], approval })
  // Population origins and ancestry, of data for health and biomedical research.
  const { answers } = await (await petra.request.get(`/api/v1${at}`)).json()
  const purpose = { ...answers.purpose, aim: 'DUO:0000011' }
  await told(petra, 'patch', `/api/v1${at}`, { answers: { ...answers, purpose } })

  await petra.goto(at)
  const reference = await referenceOf(petra)
  await act(petra, 'Invite somebody', (dialog) => dialog.getByLabel('E-mail address').fill('dana.leads@demo.invalid'))
  const dana = await as(browser, origin, 'dana', '/account')
  await followMailedLink(dana, 'dana.leads@demo.invalid', `Invitation: data access request ${reference}`)
  await dana.getByRole('button', { name: 'Accept' }).click()
  await dana.waitForURL(`**${at}`)
  await petra.goto(at)
  await act(petra, 'Let another lead it', (dialog) =>
    dialog.getByLabel('Person', { exact: true }).selectOption({ label: 'Dana Demo' }),
  )
  await dana.reload()
  await act(dana, 'Submit')
  await expect(state(dana, 'Submitted')).toBeVisible()

  await hanna.goto(at)
  await expect(hanna.getByText('Conflicts', { exact: true }).first()).toBeVisible()
  const until = (dialog: Awaited<ReturnType<typeof dialogOf>>) => dialog.getByLabel('Last day').fill(dayIn(100))
  const approving = await dialogOf(hanna, 'Approve')
  await until(approving)
  await approving.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(approving.getByRole('alert')).toContainText('conflict with the conditions of use of mbtst-dm')
  await approving.getByRole('button', { name: 'Cancel' }).click()
  await act(hanna, 'Let a conflict of use pass', async (dialog) => {
    await dialog.getByLabel('Dataset', { exact: true }).selectOption('mbtst-dm')
    await dialog.getByLabel('Reason').fill('The ancestry is a confounder of density, which is about health')
  })
  await expect(hanna.getByText('The ancestry is a confounder', { exact: false }).first()).toBeVisible()
  await act(hanna, 'Approve', until)
  await expect(state(hanna, 'Approved')).toBeVisible()

  await dana.goto('/datasets/mbtst-dm/request')
  await expect(dana.getByText('You may use this dataset now').first()).toBeVisible()
  const mail = dana.locator('section', { hasText: reference }).filter({ hasText: 'To dana@demo.invalid' })
  await expect(async () => {
    await dana.goto('/outbox')
    await expect(mail.filter({ hasText: /approved/i }).first()).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
})
