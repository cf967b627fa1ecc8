import 'server-only'
import { noteGrantUse } from '@/lib/access/store/grants'
import { recordSharing } from '@/lib/catalogue/store/sharing'
import { command } from '@/lib/platform/command'
import { isPerson } from '@/lib/platform/context'
import { fingerprint } from '@/lib/platform/crypto'
import { db, type Tx } from '@/lib/platform/db'
import { newId, newSecret } from '@/lib/platform/id'
import { isRefusal, notFound, refuse } from '@/lib/platform/refusal'
import { happened } from '../events'
import { mayFetch } from '../policy'
import { judgeEntitled, judgeFetch, linkLife } from '../rules/fetching'
import { FetchFile, MakeLink } from '../schema/links'
import { countBytes, countRequest, deliverableIn, forgetLinks, insertLink } from '../store/links'
import { recipientOf } from '../store/recipients'
import { fileByLink, verdictOn } from '../store/verdicts'

/** The published list of a version, of the newest unless one is named. */
async function publishedList(tx: Tx, datasetId: string, version: string | undefined) {
  const lists = await tx.datasetFileList.findMany({
    where: { datasetId, state: 'published', ...(version !== undefined && { version }) },
    select: { id: true, version: true },
  })
  const order = (one: { version: string }) => one.version.split('.').map(Number)
  const isNewer = (a: readonly number[], b: readonly number[]) => {
    const at = [0, 1, 2].find((place) => (a[place] ?? 0) !== (b[place] ?? 0))
    return at !== undefined && (a[at] ?? 0) > (b[at] ?? 0)
  }
  return lists.reduce<(typeof lists)[number] | null>(
    (best, one) => (best && !isNewer(order(one), order(best)) ? best : one),
    null,
  )
}

/**
 * Makes a link by which this person, with the credential that asks, fetches the files of a version or one of them for an hour. Its secret
 * is told once and kept as a hash. Refuses: delivery.no-access with every reason, delivery.not-listed.
 */
export const makeLink = command({
  name: 'delivery.make-link',
  input: MakeLink,
  load: async (tx, { slug, version, file: fileId }, { actor, now }) => {
    const dataset = await tx.dataset.findUnique({ where: { slug }, select: { id: true, slug: true, state: true } })
    const verdict = dataset && isPerson(actor) ? await verdictOn(tx, actor.id, dataset, now) : null
    const list = dataset && (await publishedList(tx, dataset.id, version))
    const file = list && fileId !== undefined ? await deliverableIn(tx, list.id, fileId) : null
    return { dataset, verdict, list, file }
  },
  authorize: ({ actor }, { dataset, verdict }) => {
    const permission = mayFetch(actor)
    if (permission !== true) return permission
    const isHidden = dataset?.state === 'hidden' && verdict?.grants.length === 0
    return dataset !== null && dataset.state !== 'draft' && !isHidden
  },
  decide: ({ actor, now }, { dataset, verdict, list, file }, input) => {
    if (!dataset || !verdict || !isPerson(actor)) return notFound()
    if (!list) return refuse('delivery.not-listed', { slug: dataset.slug })
    if (input.file !== undefined && !file) return notFound()
    const entitled = judgeEntitled(verdict, dataset.slug)
    if (isRefusal(entitled)) return entitled
    const { grantId, requestId } = entitled
    const { id: personId } = actor
    const [id, secret] = [newId(), newSecret()]
    const [createdAt, expiresAt] = [now, new Date(now.getTime() + linkLife)]
    const of = { listId: list.id, fileId: file?.id ?? null, grantId, createdAt, expiresAt }
    const said = { slug: dataset.slug, version: list.version, grant: grantId, link: id, file: of.fileId }
    const link = { id, tokenHash: fingerprint(secret), personId, ...of }
    return { ...happened.linkMade(grantId, requestId, said), link, secret }
  },
  apply: async (tx, { link, secret, data }) => {
    await insertLink(tx, link)
    return { link: secret, version: data.version, file: link.fileId, expiresAt: link.expiresAt }
  },
})

/**
 * Begins to send a file by a link, or goes on with it: asks again whose link it is and whether they may, and counts. The first request of a
 * file is journalled, its resumptions are not. Gives the download. Refuses: delivery.no-access with every reason, delivery.link-over,
 * delivery.file-differs.
 */
export const beginDownload = command({
  name: 'delivery.begin-download',
  input: FetchFile,
  load: fileByLink,
  authorize: ({ actor }) => mayFetch(actor),
  decide: ({ now }, found) => {
    const entitled = judgeFetch({ ...found, slug: found.dataset.slug }, now)
    return isRefusal(entitled) ? entitled : Object.assign([] as Begun[], { entitled })
  },
  apply: async (tx, facts, { link, file, dataset }, { now }) => {
    const { grantId, requestId } = facts.entitled
    const begun = { id: newId(), linkId: link.id, fileId: file.id, grantId, personId: link.personId }
    const { id, isFirst } = await countRequest(tx, begun, now)
    await noteGrantUse(tx, grantId, now)
    const said = { slug: dataset.slug, version: link.list.version, grant: grantId, link: link.id, file: file.id }
    if (isFirst) await shareOf(tx, dataset.id, grantId, now)
    if (isFirst) facts.push(happened.downloadBegun(grantId, requestId, said))
    return { id }
  },
})

/** The first file that is fetched under a grant is when its data were shared. */
async function shareOf(tx: Tx, datasetId: string, grantId: string, now: Date): Promise<void> {
  const to = await recipientOf(tx, grantId)
  if (to?.country) await recordSharing(tx, { ...to, country: to.country, datasetId, grantId }, now)
}

type Begun = ReturnType<typeof happened.downloadBegun>

/** Notes how many bytes of a download, as `beginDownload` gave it, left the portal. */
export const noteBytes = ({ id }: Awaited<ReturnType<typeof beginDownload>>, bytes: number): Promise<void> =>
  countBytes(db(), id, bytes)

/** Forgets the links that ended before this moment. */
export async function forgetOldLinks(before: Date): Promise<void> {
  await forgetLinks(db(), before)
}
