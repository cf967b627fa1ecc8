import { type Refusal, refuse } from '@/lib/platform/refusal'

/** How it is known that a checksum is right: computed as the file came in, verified later, declared only; or it differs from what lies there. */
export const checks = ['computed', 'verified', 'declared', 'differs'] as const
export type Checked = (typeof checks)[number]

/** The most files of one version. */
export const mostFiles = 100_000

type Listed = { readonly state: 'draft' | 'published' } | null

/** Null, or why nothing of a version's list can be changed: once published it is what people cite and compare with. */
export const judgeChange = (list: Listed): Refusal | null =>
  list?.state === 'published' ? refuse('delivery.published') : null

type Adding = { readonly list: Listed; readonly files: number; readonly isThere: boolean; readonly path: string }

/** Null, or why this file cannot be added. */
export function judgeAdding({ list, files, isThere, path }: Adding): Refusal | null {
  if (isThere) return refuse('delivery.path-taken', { path })
  if (files >= mostFiles) return refuse('delivery.too-many-files', { most: mostFiles })
  return judgeChange(list)
}

type Publishing = { readonly list: Listed; readonly checked: readonly string[]; readonly isOut: boolean }

/** Null, or why a list cannot be published: empty, not of a published version, or with a file that is not what was declared. */
export function judgePublishing({ list, checked, isOut }: Publishing): Refusal | null {
  const frozen = judgeChange(list)
  if (frozen) return frozen
  if (list === null || checked.length === 0) return refuse('delivery.no-files')
  if (!isOut) return refuse('delivery.version-not-out')
  const wrong = checked.filter((one) => one === 'differs').length
  return wrong > 0 ? refuse('delivery.files-differ', { files: wrong }) : null
}
