import fs from 'node:fs'
import { followMailedLink } from '@/tests/support/accounts'
import { test } from '@/tests/support/own-portal'
import { signIn } from '@/tests/support/sign-in'
import { expect } from '@/tests/support/test'
import { act, appoint, as, dayIn, giveRole, referenceOf, send, state } from './acting'
import { box, pdf, save } from './answering'
import { approved, drafted, onStage, submitted } from './made'

test.use({ expectedFaults: [/status of 4\d\d/], actionTimeout: 20_000 })

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

test('two people write one draft at once, see who changed what, and hand in tables without personal numbers', async ({
  page: petra,
  browser,
  ownOrigin: origin,
}) => {
  test.setTimeout(120_000)
  const eva = await as(browser, origin, 'eva', '/ethics')
  await signIn(petra, 'petra', '/requests')
  const { id: approval } = await approved({ petra, eva }, ['affai'])
  const at = await drafted(petra, { title: 'Femurs of two', datasets: ['affai'], approval })
  await petra.goto(at)
  const reference = await referenceOf(petra)
  await act(petra, 'Invite somebody', (dialog) => dialog.getByLabel('E-mail address').fill('dana.draft@demo.invalid'))
  const dana = await as(browser, origin, 'dana', '/account')
  await followMailedLink(dana, 'dana.draft@demo.invalid', `Invitation: data access request ${reference}`)
  await dana.getByRole('button', { name: 'Accept' }).click()
  await dana.waitForURL(`**${at}`)
  await petra.reload()

  // Both have the page before them; neither writes over what the other wrote.
  await box(dana, 'Department').fill('Orthopaedics')
  await save(dana)
  await box(petra, 'What the data are for').fill('To see fractures that were missed')
  await save(petra)
  await petra.reload()
  await expect(box(petra, 'Department')).toHaveValue('Orthopaedics')
  await expect(box(petra, 'What the data are for')).toHaveValue('To see fractures that were missed')
  await petra.getByText('Who changed what').click()
  await expect(petra.getByText(/^Dana Demo, .*: Department$/)).toBeVisible()
  await expect(petra.getByText(/^Petra PI, .*: What the data are for$/)).toBeVisible()

  // Without a button, a moment after the typing ends.
  await box(dana, 'Country').fill('Norway')
  await expect(dana.getByText('Saved as you type.')).toBeVisible()
  await petra.reload()
  await expect(box(petra, 'Country')).toHaveValue('Norway')

  const files = petra.getByLabel('Further documents')
  await files.setInputFiles([csv('cases.csv', 'age,number\n44,19121212-1212\n'), pdf('plan.pdf')])
  await send(petra, petra.getByRole('button', { name: 'Save', exact: true }))
  const refused = petra.getByRole('main').getByRole('alert').first()
  await expect(refused).toContainText('Row 2, column 2 of the file')
  await files.setInputFiles([{ ...pdf('cases.pdf'), buffer: Buffer.from('MZ\u0000\u0001 no document') }])
  await send(petra, petra.getByRole('button', { name: 'Save', exact: true }))
  await expect(refused).toContainText('of another type')
  await files.setInputFiles([csv('cases.csv', 'age,number\n44,case 1\n'), pdf('plan.pdf')])
  await save(petra)
  await petra.reload()
  await expect(petra.getByRole('button', { name: /^Download .*(csv|pdf)/ })).toHaveCount(2)
  await act(petra, 'Remove somebody', (dialog) => dialog.getByLabel('Person').selectOption({ label: 'Dana Demo' }))
  // Of the project still, she reads it, and writes in it no more.
  await dana.goto(at)
  await expect(dana.getByText('Femurs of two').first()).toBeVisible()
  await expect(dana.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
})

test('a file is redacted and gone for good, and the whole is had as an archive', async ({
  page: petra,
  browser,
  ownOrigin: origin,
}) => {
  test.setTimeout(90_000)
  const { hanna, approval } = await onStage(petra, { browser, origin }, ['affai'])
  const at = await drafted(petra, { title: 'A file too much', datasets: ['affai'], approval })
  await petra.goto(at)
  await petra.getByLabel('Further documents').setInputFiles([pdf('names.pdf'), pdf('plan.pdf')])
  await save(petra)
  await act(petra, 'Submit')
  await expect(state(petra, 'Submitted')).toBeVisible()
  await hanna.goto(at)
  await act(hanna, 'Name it elsewhere', (dialog) => dialog.getByLabel('Called elsewhere').fill('Dnr LiU-2026-77'))
  await act(hanna, 'Write a remark', (dialog) => dialog.getByLabel('Remark', { exact: true }).fill('For us alone'))
  await act(hanna, 'Write a remark', async (dialog) => {
    await dialog.getByLabel('Remark', { exact: true }).fill('One file names people')
    await dialog.getByLabel('The applicant sees it').check()
  })
  await act(hanna, 'Redact', undefined, 'names.pdf')
  await expect(hanna.getByText('· redacted')).toBeVisible()
  await expect(hanna.getByRole('button', { name: 'Download names.pdf' })).toHaveCount(0)
  await petra.reload()
  await expect(petra.getByRole('button', { name: 'Download names.pdf' })).toHaveCount(0)
  await expect(petra.getByRole('button', { name: 'Download plan.pdf' })).toBeVisible()
  await expect(petra.getByText('One file names people')).toBeVisible()
  await expect(petra.getByText('For us alone')).toHaveCount(0)
  await expect(petra.getByText('Dnr LiU-2026-77')).toBeVisible()
  const [saved] = await Promise.all([
    petra.waitForEvent('download'),
    petra.getByRole('button', { name: 'Download everything' }).click(),
  ])
  const names = fs.readFileSync(await saved.path()).toString('latin1')
  expect(saved.suggestedFilename()).toMatch(/\.zip$/)
  expect(names).toContain('plan.pdf')
  expect(names).not.toContain('names.pdf')
})

test('a deputy reviews for who is away, and whoever does not answer is replaced', async ({
  page: petra,
  browser,
  ownOrigin: origin,
}) => {
  test.setTimeout(120_000)
  const [eva, hanna] = [
    await as(browser, origin, 'eva', '/ethics'),
    await as(browser, origin, 'hanna', '/requests/queue'),
  ]
  const ada = await as(browser, origin, 'ada', '/administration/workflows')
  await ada.getByText('For datasets with handlers or rules of their own').click()
  const making = ada.locator('form', { has: ada.getByRole('button', { name: 'Make a group' }) })
  await making.getByLabel('Name').fill('Skulls')
  await making.getByLabel('All must be for').check()
  await making.getByLabel('Datasets').fill('ctskull')
  await send(ada, making.getByRole('button', { name: 'Make a group' }))
  const panel = ada.locator('section', { has: ada.getByRole('heading', { level: 2, name: 'Skulls' }) })
  for (const who of ['Hanna Handler (handler)', 'Rut Reviewer (reviewer)']) {
    await panel.getByLabel('Person and role').selectOption({ label: who })
    await send(ada, panel.getByRole('button', { name: 'Assign' }))
    await expect(panel.getByRole('listitem').filter({ hasText: who.replace(/ \(.*/, '') })).toBeVisible()
  }
  await appoint(ada, 'dan', 'reviewer', 'Skulls')
  await giveRole(ada, 'sten', 'reviewer')
  await signIn(petra, 'petra', '/requests')
  const { id: approval } = await approved({ petra, eva }, ['ctskull'])
  const at = await submitted(petra, { title: 'Skulls in turn', datasets: ['ctskull'], approval })

  const rut = await as(browser, origin, 'rut', '/requests/assignments')
  const own = rut.getByRole('listitem').filter({ hasText: 'Skulls' })
  await own.getByRole('button', { name: /^Be away/ }).click()
  const leaving = rut.getByRole('dialog', { name: /^Be away: Skulls/ })
  await leaving.getByLabel('Last day away').fill(dayIn(14))
  await leaving.getByLabel('Who stands in').selectOption({ label: 'Sten Steward' })
  await leaving.getByRole('button', { name: 'Be away', exact: true }).click()
  await expect(own).toContainText('Sten Steward stands in')

  await hanna.goto(at)
  await act(hanna, 'Ask reviewers', (dialog) => dialog.getByLabel('Question').fill('Can faces be told?'))
  const asked = hanna.getByRole('listitem').filter({ hasText: 'review' })
  await expect(asked.filter({ hasText: 'Sten Steward' })).toBeVisible()
  await expect(asked.filter({ hasText: 'Rut Reviewer' })).toHaveCount(0)
  const sten = await as(browser, origin, 'sten', at)
  await act(sten, 'Give your review', async (dialog) => {
    await dialog.getByLabel('Against', { exact: true }).check()
    await dialog.getByLabel('In words').fill('Faces can be told')
  })
  // The other was asked before they fell silent: somebody is appointed and asked instead.
  await appoint(ada, 'carl', 'reviewer', 'Skulls')
  await hanna.reload()
  await act(
    hanna,
    'Ask somebody else',
    (dialog) => dialog.getByLabel('Who is asked instead').selectOption({ label: 'Carl Compute' }),
    'Dan Decider',
  )
  await expect(asked.filter({ hasText: 'Dan Decider' })).toHaveCount(0)
  await act(await as(browser, origin, 'carl', at), 'Give your review', (dialog) =>
    dialog.getByLabel('For', { exact: true }).check(),
  )
  await hanna.reload()
  await expect(hanna.getByText('Faces can be told')).toBeVisible()
})
