import 'server-only'
import { db } from '../db'
import { checkedData, type DataDriver, inParts, uploadsFolder } from './driver'

const partSize = 1 << 20

async function* read(key: string, first: number, last: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const final = Math.floor(last / partSize)
  for (let seq = Math.floor(first / partSize); seq <= final; seq++) {
    const where = { key_seq: { key: checkedData(key), seq } }
    const part = await db().dataPart.findUnique({ where, select: { bytes: true } })
    if (!part) throw new Error(`part ${seq} of ${key} is not in the database`)
    const from = seq * partSize
    yield part.bytes.subarray(Math.max(first - from, 0), Math.min(last - from + 1, partSize))
  }
}

const pageSize = 1000

async function* uploads(): AsyncGenerator<string> {
  for (let after = `${uploadsFolder}/`; ; ) {
    // Keys are ASCII; the slash is followed by the zero.
    const rows = await db().$queryRaw<{ key: string }[]>`
      SELECT DISTINCT key COLLATE "C" AS key FROM data_part
      WHERE key COLLATE "C" > ${after} AND key COLLATE "C" < ${`${uploadsFolder}0`} ORDER BY 1 LIMIT ${pageSize}`
    for (const { key } of rows) yield key
    const last = rows.at(-1)
    if (rows.length < pageSize || !last) return
    after = last.key
  }
}

/** Files of datasets in rows of a mebibyte: for demonstrations, and for small hubs that keep everything in one place. */
export const databaseData: DataDriver = {
  async write(key, parts) {
    let seq = 0
    try {
      for await (const bytes of inParts(parts, partSize))
        await db().dataPart.create({ data: { key: checkedData(key), seq: seq++, bytes }, select: { seq: true } })
    } catch (error) {
      await db().dataPart.deleteMany({ where: { key } })
      throw error
    }
  },
  async size(key) {
    const [found] = await db().$queryRaw<{ size: bigint | null }[]>`
      SELECT sum(octet_length(bytes))::bigint AS size FROM data_part WHERE key = ${key}`
    return found?.size == null ? null : Number(found.size)
  },
  read: (key, { first, last }) => read(key, first, last),
  async remove(key) {
    await db().dataPart.deleteMany({ where: { key } })
  },
  uploads,
}
