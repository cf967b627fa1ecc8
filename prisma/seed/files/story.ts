import { publishFiles } from '../../../lib/delivery/commands/keep-list'
import { receiveAndAdd } from '../../../lib/delivery/commands/receive-file'
import type { PrismaClient } from '../../generated/client'
import { greyPng } from '../examples/png.mjs'
import { as } from '../stewardship'
import { syntheticDicom } from './dicom'

const mark = 'SYNTHETIC: made up for the demonstration, about nobody.'

/** Rings of grey: nothing that was ever seen in a body. */
const rings = (side: number, turn: number) => (x: number, y: number) =>
  0.5 + 0.5 * Math.sin(Math.hypot(x - side / 2, y - side / 2) / (3 + turn))

const images = [1, 2, 3]

/** Small files that say in their names and in what they hold that they are synthetic. The same bytes every time. */
const filesOf = (slug: string, nth: number): [string, Buffer][] => [
  ['README-SYNTHETIC.txt', Buffer.from(`${mark}\n\nThey stand in for the files of ${slug}.\n`)],
  [
    'tables/SYNTHETIC-annotations.csv',
    Buffer.from(`image,finding,note\n${images.map((n) => `SYNTHETIC-${n}.dcm,none,${mark}\n`).join('')}`),
  ],
  ...images.map((n): [string, Buffer] => [
    `images/SYNTHETIC-${n}.dcm`,
    syntheticDicom(`2.25.30190${nth}.${n}`, 128, rings(128, n + nth)),
  ]),
  ['previews/SYNTHETIC-1.png', greyPng(128, rings(128, 1 + nth)) as Buffer],
]

/** Which datasets of the demonstration have files; every other one says that its files are not listed. */
const listed = ['ctpa', 'ctpel', 'brln']

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Lists small synthetic files of a few datasets, through the commands that stewards use. */
export async function seedFiles(db: PrismaClient, now: Date): Promise<void> {
  const sten = as('sten', now, 80)
  for (const [nth, slug] of listed.entries()) {
    const dataset = await db.dataset.findUniqueOrThrow({
      where: { slug },
      select: { current: { select: { number: true } } },
    })
    const version = dataset.current?.number
    for (const [path, bytes] of filesOf(slug, nth)) await receiveAndAdd(sten, { slug, version, path }, once(bytes))
    await publishFiles(sten, { slug, version, synthetic: true })
  }
}
