import { expect, test } from 'vitest'
import { suspendGrant } from '@/lib/access/commands/revocations'
import { catalogueMetrics } from '@/lib/catalogue/queries/catalogue-metrics'
import { datasetPage } from '@/lib/catalogue/queries/dataset-page'
import { beginDownload, forgetOldLinks, makeLink, noteBytes } from '@/lib/delivery/commands/links'
import { grantDownloads } from '@/lib/delivery/queries/downloads'
import { fileToSend } from '@/lib/delivery/queries/file-by-link'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { codeOf, reason } from '../access/requests'
import { as, noon, refusalOf, somebody, stranger } from '../identity/people'
import { added, delivered, version } from './files'

const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const facts = (grant: string) =>
  db().event.findMany({ where: { stream: `delivery:${grant}` }, orderBy: { seq: 'asc' } })

test('who may use a dataset fetches by a link; it is counted, and journalled once a file', async () => {
  const of = await delivered()
  const made = await makeLink(as(of.petra), { slug: of.slug })
  expect(made).toMatchObject({ version, file: null, expiresAt: after(60) })
  const at = { file: of.table.id, link: made.link }
  expect(await fileToSend(as(of.petra), at)).toMatchObject({ path: 'tables/a.csv', size: 8 })
  const { id } = await beginDownload(as(of.petra, after(1)), at)
  expect(await beginDownload(as(of.petra, after(2)), at)).toEqual({ id })
  await noteBytes({ id }, 5)
  await noteBytes({ id }, 3)
  await beginDownload(as(of.petra, after(3)), { ...at, file: of.image.id })
  expect(await db().deliveryDownload.findUniqueOrThrow({ where: { id } })).toMatchObject({
    requests: 2,
    bytes: 8n,
    beganAt: after(1),
    lastAt: after(2),
    personId: of.petra.id,
    grantId: of.grant,
  })
  expect((await facts(of.grant)).map(({ type }) => type)).toEqual([
    'delivery.link-made',
    'delivery.download-begun',
    'delivery.download-begun',
  ])
  expect((await db().accessGrant.findUniqueOrThrow({ where: { id: of.grant } })).lastUsedAt).toEqual(after(3))
  expect(JSON.stringify([await facts(of.grant), await db().deliveryLink.findMany()])).not.toContain(made.link)
})

test('what was fetched under a grant is told to those whose request it is and to who handles it, and to nobody else', async () => {
  const of = await delivered()
  const { link } = await makeLink(as(of.petra), { slug: of.slug })
  const { id } = await beginDownload(as(of.petra, after(1)), { file: of.table.id, link })
  await noteBytes({ id }, 5)
  await beginDownload(as(of.petra, after(2)), { file: of.table.id, link })
  await noteBytes({ id }, 3)
  const read = (ctx: ReturnType<typeof as>, before?: string) => grantDownloads(ctx, { grant: of.grant, before })
  for (const who of [of.petra, of.handler])
    expect(await read(as(who))).toMatchObject({
      count: 1,
      bytes: 8,
      items: [
        {
          path: 'tables/a.csv',
          version,
          person: { name: 'Petra PI' },
          requests: 2,
          beganAt: after(1),
          lastAt: after(2),
        },
      ],
      next: null,
    })
  expect((await read(as(of.petra), id)).items).toEqual([])
  for (const other of [await somebody(), await somebody({ roles: ['request-handler'] })])
    expect(await codeOf(read(as(other)))).toBe('platform.not-found')
  expect(await codeOf(grantDownloads(as(of.petra), { grant: newId() }))).toBe('platform.not-found')
  expect(await codeOf(read(as({ ...of.petra, scopes: ['data:read'] })))).toBe('platform.scope')
})

test('a link is one person’s: to everybody else there is none', async () => {
  const of = await delivered()
  const { link } = await makeLink(as(of.petra), { slug: of.slug, file: of.table.id })
  const at = { file: of.table.id, link }
  const admin = await somebody({ roles: ['hub-administrator'] })
  for (const other of [of.emil, of.handler, admin, await somebody()])
    for (const door of [fileToSend, beginDownload]) expect(await codeOf(door(as(other), at))).toBe('platform.not-found')
  for (const door of [fileToSend, beginDownload]) {
    expect(await codeOf(door(as(of.petra), { ...at, file: of.image.id }))).toBe('platform.not-found')
    expect(await codeOf(door(as(of.petra), { ...at, link: 'invented' }))).toBe('platform.not-found')
    expect(await codeOf(door(as({ ...of.petra, scopes: ['requests:read'] }), at))).toBe('platform.scope')
  }
  expect(await codeOf(fileToSend(stranger(), at))).toBe('platform.not-signed-in')
})

test('a link dies with the grant and says why, and lives again when that is mended', async () => {
  const of = await delivered()
  const { link } = await makeLink(as(of.petra), { slug: of.slug })
  const at = { file: of.table.id, link }
  await suspendGrant(as(of.handler), { request: of.request, grant: of.grant, reason })
  const attempts = [
    () => fileToSend(as(of.petra), at),
    () => beginDownload(as(of.petra), at),
    () => makeLink(as(of.petra), { slug: of.slug }),
  ]
  for (const attempt of attempts) {
    const { code, details } = await refusalOf(attempt())
    expect([code, details]).toMatchObject([
      'delivery.no-access',
      { status: 403, reasons: ['suspended'], slug: of.slug },
    ])
  }
  await db().accessBar.deleteMany({ where: { grantId: of.grant } })
  await beginDownload(as(of.petra), at)
})

test('a lapse of the ethics approval stops it by itself', async () => {
  const of = await delivered()
  const { link } = await makeLink(as(of.petra), { slug: of.slug })
  const at = { file: of.table.id, link }
  const late = new Date('2030-01-02T00:00:00Z')
  const { code, details } = await refusalOf(beginDownload(as(of.petra, late), at))
  expect(code).toBe('delivery.no-access')
  expect(details.reasons).toContain('ethics-not-valid')
})

test('a link ends after an hour, and is forgotten; what was fetched stays counted', async () => {
  const of = await delivered()
  const { link } = await makeLink(as(of.petra), { slug: of.slug })
  const at = { file: of.table.id, link }
  const { id } = await beginDownload(as(of.petra, after(59)), at)
  expect(await codeOf(beginDownload(as(of.petra, after(60)), at))).toBe('delivery.link-over')
  await forgetOldLinks(after(61))
  expect(await codeOf(beginDownload(as(of.petra, after(62)), at))).toBe('platform.not-found')
  expect(await db().deliveryDownload.findUniqueOrThrow({ where: { id } })).toMatchObject({ linkId: null })
})

test('links are made for what is listed and there, by who may', async () => {
  const of = await delivered()
  const nobody = await somebody()
  const { details } = await refusalOf(makeLink(as(nobody), { slug: of.slug }))
  expect(details).toMatchObject({ reasons: ['no-request'] })
  expect(await codeOf(makeLink(stranger(), { slug: of.slug }))).toBe('platform.not-signed-in')
  expect(await codeOf(makeLink(as({ ...of.petra, scopes: ['requests:read'] }), { slug: of.slug }))).toBe(
    'platform.scope',
  )
  expect(await codeOf(makeLink(as(of.petra), { slug: of.slug, file: newId() }))).toBe('platform.not-found')
  expect(await codeOf(makeLink(as(of.petra), { slug: 'no-such-set' }))).toBe('platform.not-found')
  expect(await codeOf(makeLink(as(of.petra), { slug: of.slug, version: '9.9' }))).toBe('delivery.not-listed')
  await db().dataset.update({ where: { slug: of.slug }, data: { state: 'hidden' } })
  expect(await codeOf(makeLink(as(nobody), { slug: of.slug }))).toBe('platform.not-found')
  await makeLink(as(of.petra), { slug: of.slug })
})

test('of many that begin the same file at once one is the beginning', async () => {
  const of = await delivered()
  const { link } = await makeLink(as(of.petra), { slug: of.slug })
  const at = { file: of.table.id, link }
  const all = await Promise.all(Array.from({ length: 8 }, () => beginDownload(as(of.petra), at)))
  expect(new Set(all.map(({ id }) => id)).size).toBe(1)
  expect((await facts(of.grant)).filter(({ type }) => type === 'delivery.download-begun')).toHaveLength(1)
  expect(await db().deliveryDownload.findUniqueOrThrow({ where: { id: all[0]?.id } })).toMatchObject({ requests: 8 })
})

test('a file that is not what was declared is not handed out', async () => {
  const of = await delivered()
  await db().datasetFile.update({ where: { id: of.table.id }, data: { checked: 'differs' } })
  const { link } = await makeLink(as(of.petra), { slug: of.slug })
  expect(await codeOf(beginDownload(as(of.petra), { file: of.table.id, link }))).toBe('delivery.file-differs')
  expect(await codeOf(added(of.slug, 'late.txt', 'x'))).toBe('delivery.published')
})

test('the first file fetched under a grant is a sharing event, told apart from what the register says; who opted out is not named', async () => {
  const of = await delivered()
  const { link } = await makeLink(as(of.petra), { slug: of.slug })
  const before = (await catalogueMetrics(stranger(), {})).recorded
  await beginDownload(as(of.petra), { file: of.table.id, link })
  await beginDownload(as(of.petra), { file: of.image.id, link })
  const [shared] = (await datasetPage(stranger(), { slug: of.slug })).sharing
  expect(shared).toMatchObject({ country: 'SE', events: 1, recorded: 1, illustrative: false })
  expect(shared?.institutions).toMatchObject([{ institution: of.project.institutionName, recipient: 'Petra PI' }])
  expect((await catalogueMetrics(stranger(), {})).recorded).toBe(before + 1)
  const event = await db().sharingEvent.findUniqueOrThrow({ where: { grantId: of.grant } })
  expect(event).toMatchObject({ optedOut: false, institution: of.project.institutionName })
  const discreet = await delivered()
  const answers = { country: 'Norge', institution: 'Universitetet i Oslo' }
  await db().accessRequest.update({ where: { id: discreet.request }, data: { optedOut: true, answers } })
  const another = await makeLink(as(discreet.petra), { slug: discreet.slug })
  await beginDownload(as(discreet.petra), { file: discreet.table.id, link: another.link })
  const [counted] = (await datasetPage(stranger(), { slug: discreet.slug })).sharing
  expect(counted).toMatchObject({ country: 'NO', events: 1, recorded: 1, institutions: [{ recipient: null }] })
})
