import { expect, expectAccessible, test } from '@/tests/support/test'

const forms = [
  ['APA', 'apa', 'text/plain', 'aida-ctpa-1.0.txt', 'https://doi.org/10.23698/aida/ctpa'],
  ['BibTeX', 'bibtex', 'application/x-bibtex', 'aida-ctpa-1.0.bib', '@misc{aida_ctpa_2019'],
  ['RIS', 'ris', 'application/x-research-info-systems', 'aida-ctpa-1.0.ris', 'DO  - 10.23698/aida/ctpa'],
  ['CSL-JSON', 'csl-json', 'application/vnd.citationstyles.csl+json', 'aida-ctpa-1.0.json', '"DOI"'],
] as const

test('a visitor opens a dataset by its old address and reads what the register holds', async ({ page }) => {
  await page.goto('/10.23698/aida/ctpa')
  await expect(page).toHaveURL('/datasets/ctpa')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Computed Tomography Pulmonary Angiography (CTPA) data',
  )
  await expect(page.getByRole('link', { name: /SNOMED CT 39607008/ })).toHaveAttribute('href', /39607008/)
  await expect(page.getByText('Synthetic illustration, not patient data').first()).toBeVisible()
  await expect(page.getByText('not stated').first()).toBeVisible()
  expect(await page.locator('main').innerText()).not.toMatch(/\b(null|undefined|NaN)\b/)
  const data = JSON.parse(await page.locator('script[type="application/ld+json"]').innerText())
  expect(data).toMatchObject({ '@type': 'Dataset', '@id': 'https://doi.org/10.23698/aida/ctpa' })
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/datasets\/ctpa$/)
  await expectAccessible(page)
})

for (const script of [true, false])
  test.describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: script })
    test('a visitor cites a dataset in four forms', async ({ page, request }) => {
      await page.goto('/datasets/ctpa')
      for (const [name, format, type, file, holds] of forms) {
        await page.getByText(name, { exact: true }).click()
        await expect(page.locator('[data-citation]:visible')).toHaveCount(1)
        await expect(page.locator(`[data-citation="${format}"]`)).toContainText(holds)
        const link = page.getByRole('link', { name: `Download ${file}` })
        const answer = await request.get((await link.getAttribute('href')) ?? '')
        expect(answer.headers()['content-type']).toContain(type)
        expect(answer.headers()['content-disposition']).toBe(`attachment; filename="${file}"`)
        expect(await answer.text()).toContain(holds)
      }
    })
  })

test('a visitor reads the metrics exactly, with a table and a CSV for each picture', async ({ page, request }) => {
  await page.goto('/metrics')
  const rows = await page.getByRole('table').first().getByRole('row').allInnerTexts()
  expect(
    rows.slice(1).map((row) =>
      row
        .replace(/[\u00a0\u202f]/g, ' ')
        .split(/\s*\t\s*/)
        .join(' / '),
    ),
  ).toEqual([
    'Total / 20 / 32 081 / 39 093 / 12.3 TB',
    'Annotated / 11 / 4 190 / 38 401 / 1.80 TB',
    'Pathology / 9 / 11 881 / 34 020 / 10.74 TB',
    'Radiology / 11 / 20 200 / 5 073 / 1.56 TB',
  ])
  const strip = page.getByRole('region', { name: 'Breadth and sharing' })
  await expect(strip.getByRole('listitem')).toHaveText([
    /^5\s*mod/,
    /^13\s*organs/,
    /^29\s*countries/,
    /^153\s*external/,
  ])
  for (const sheet of ['table', 'sharing', 'growth', 'modality-organ']) {
    await expect(page.locator(`a[href="/metrics/${sheet}.csv"]`)).toBeVisible()
    expect((await request.get(`/metrics/${sheet}.csv`)).headers()['content-type']).toContain('text/csv')
  }
  await page.getByText('Show as a table').first().click()
  await expect(page.getByRole('row', { name: /^Sweden/ })).toBeVisible()
  await expectAccessible(page)
})

test('a visitor sets datasets side by side and sees where they differ', async ({ page }) => {
  await page.goto('/compare?d=ctpa&d=affai')
  await expect(page.getByRole('columnheader')).toHaveCount(3)
  await expect(page.getByRole('rowheader', { name: /Modality/ })).toContainText('differs')
  await expect(page.getByRole('rowheader', { name: /Subject/ })).not.toContainText('differs')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Leave out AFFAI' }).click()
  await expect(page.getByRole('columnheader')).toHaveCount(2)
})

test('asking for access leads through signing in', async ({ page }) => {
  await page.goto('/datasets/ctpa')
  await page.getByRole('link', { name: 'Request access' }).first().click()
  await expect(page).toHaveURL('/sign-in?next=%2Fdatasets%2Fctpa%2Frequest')
})

test('addresses of the old site keep their promise', async ({ request }) => {
  for (const [from, to] of [
    ['/10.23698/aida/brln', '/datasets/brln'],
    ['/10.23698/AIDA/BRLN', '/datasets/brln'],
    ['/datasets/BRLN', '/datasets/brln'],
    ['/search?q=Modality:CT', '/datasets?q=Modality%3ACT'],
    ['/prio', '/priorities'],
  ] as const) {
    const answer = await request.get(from, { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location]).toEqual([308, to])
  }
  const old = await (await request.get('/api/1.0/metadata.json')).json()
  expect(old).toHaveLength(20)
  expect(Object.keys(old[0])).toEqual(['datacite', 'other'])
  expect(await (await request.get('/sitemap.xml')).text()).toContain('/datasets/ctpa</loc>')
  expect(await (await request.get('/robots.txt')).text()).toContain('Sitemap: ')
})

test.describe('an address that nothing answers to', () => {
  test.use({ expectedFaults: [/status of 404/] })
  test('says so, and leads on', async ({ page }) => {
    expect((await page.goto('/datasets/never-was'))?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page')
  })

  for (const [locale, title] of [
    ['en-GB', 'There is no such page'],
    ['sv-SE', 'Sidan finns inte'],
  ] as const)
    test(`says so without scripts too, in the reader’s language (${locale})`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ baseURL, locale, javaScriptEnabled: false })
      const page = await context.newPage()
      for (const address of ['/datasets/never-was', '/datasets/ctpa/versions/99.0', '/never/was']) {
        expect((await page.goto(address))?.status()).toBe(404)
        await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2))
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      }
      await context.close()
    })
})
