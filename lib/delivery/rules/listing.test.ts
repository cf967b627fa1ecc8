import { describe, expect, it } from 'vitest'
import type { Refusal } from '@/lib/platform/refusal'
import { judgeAdding, judgePublishing, mostFiles } from './listing'
import { mediaTypeOf } from './media-type'

const draft = { state: 'draft' } as const
const published = { state: 'published' } as const
const code = (refusal: Refusal | null) => refusal?.code ?? null

describe('the files of a version', () => {
  it.each([
    [{ list: null, files: 0, isThere: false }, null],
    [{ list: draft, files: 3, isThere: false }, null],
    [{ list: draft, files: 3, isThere: true }, 'delivery.path-taken'],
    [{ list: draft, files: mostFiles, isThere: false }, 'delivery.too-many-files'],
    [{ list: published, files: 3, isThere: false }, 'delivery.published'],
  ] as const)('takes a file: %j', (on, refused) => {
    expect(code(judgeAdding({ ...on, path: 'a.csv' }))).toBe(refused)
  })

  it.each([
    [{ list: draft, checked: ['computed', 'declared', 'verified'], isOut: true }, null],
    [{ list: draft, checked: [], isOut: true }, 'delivery.no-files'],
    [{ list: null, checked: [], isOut: true }, 'delivery.no-files'],
    [{ list: draft, checked: ['computed'], isOut: false }, 'delivery.version-not-out'],
    [{ list: draft, checked: ['computed', 'differs'], isOut: true }, 'delivery.files-differ'],
    [{ list: published, checked: ['computed'], isOut: true }, 'delivery.published'],
  ] as const)('is published: %j', (on, refused) => {
    expect(code(judgePublishing(on))).toBe(refused)
  })

  it.each([
    ['images/0001.dcm', 'application/dicom'],
    ['TABLE.CSV', 'text/csv'],
    ['README', 'application/octet-stream'],
    ['a.b/c', 'application/octet-stream'],
  ])('%s is %s', (path, type) => {
    expect(mediaTypeOf(path)).toBe(type)
  })
})
