import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { sentenceOfKey } from '@/app/refusal-text'
import { applyImport, stageImport } from '@/lib/catalogue/commands/import-datasets'
import { type OneImport, oneImport, recentImports } from '@/lib/catalogue/queries/imports'
import type { RowVerdict } from '@/lib/catalogue/rules/import/judge'
import { decodeUpload } from '@/lib/catalogue/rules/import/upload'
import { importLimit } from '@/lib/catalogue/schema/inputs'
import { invalid } from '@/lib/catalogue/schema/invalid'
import { DatasetRecord } from '@/lib/catalogue/schema/record'
import { ApplyImport } from '@/lib/catalogue/schema/stewardship'
import type { Context } from '@/lib/platform/context'
import { Refused, refuse } from '@/lib/platform/refusal'
import { Change } from './catalogue-datasets'
import { moment } from './identity-answers'

const read = { tag: 'Imports', scope: 'catalogue:read', method: 'get' } as const
const write = { tag: 'Imports', scope: 'catalogue:write', method: 'post' } as const
const nothing = z.string().nullable()
const count = z.int()

const Finding = z.object({
  field: z.string().meta({ description: 'Path in the row, such as authors.2.orcid' }),
  kind: z.enum(['mended', 'refused']),
  fatal: z.boolean().meta({ description: 'Whether it refuses the whole row; else the value is left out' }),
  was: z.string(),
  became: nothing,
  why: z.string().meta({ description: 'Stable code' }),
  detail: z.string().meta({ description: 'The same as a sentence, in the language of Accept-Language' }),
})

const Row = z.object({
  row: count.meta({ description: 'Counted from 1; the header of a CSV file is not counted' }),
  slug: nothing,
  verdict: z.enum(['new', 'changed', 'unchanged', 'refused']),
  record: DatasetRecord.nullable().meta({ description: 'What would be saved; null: the row is refused' }),
  sharing: z.object({ byCountry: z.record(z.string(), count), figures: z.string() }).nullable(),
  findings: z.array(Finding),
  difference: z.array(Change),
  revision: count.meta({ description: 'Of the dataset that this was judged against; 0: there was none' }),
})

const verdict = {
  id: z.uuid(),
  counts: z.object({ new: count, changed: count, unchanged: count, refused: count }),
  rows: z.array(Row),
}

const rowsOf = (rows: readonly RowVerdict[], { language }: Context) =>
  rows.map((row) => ({
    ...row,
    findings: row.findings.map(({ message, ...finding }) => ({
      ...finding,
      detail: sentenceOfKey(message ?? `catalogue.finding.${finding.why}`, language),
    })),
  }))

const wrong = (field: string) => new Refused(refuse('platform.invalid', { fields: { [field]: [invalid.importSize] } }))

/** The text of an upload, by the limits of the page: so many bytes of UTF-8. */
function textOf(upload: Uint8Array): string {
  if (upload.byteLength === 0 || upload.byteLength > importLimit) throw wrong('')
  const decoded = decodeUpload(upload)
  if ('text' in decoded) return decoded.text
  throw new Refused(refuse('catalogue.not-utf8', { status: 422, problem: decoded.problem }))
}

/** What the importer takes: a CSV file as it came, or the datasets of a JSON body as the file that they would be. */
function uploadOf({ upload, datasets, fileName, publish }: Record<string, unknown>) {
  if (upload instanceof Uint8Array) return { fileName, publish, format: 'csv', content: textOf(upload) }
  const content = JSON.stringify({ datasets })
  if (content.length > importLimit) throw wrong('datasets')
  return { fileName, publish, format: 'json', content }
}

const fileName = z.string().max(1000).optional().meta({ description: 'To tell imports apart' })
const publish = z.boolean().default(false).meta({ description: 'Whether the rows become public versions, else drafts' })

export const tryImport = operation({
  ...write,
  id: 'stageImport',
  path: '/api/v1/imports',
  summary: 'Try an import: each row with its verdict, findings and difference; nothing of the catalogue changes',
  description:
    'Send datasets as JSON, in the form of the hub’s register or of the records here, or a CSV file as text/csv in UTF-8 with `fileName` and `publish` in the query. At most 500 rows and 5 MB.',
  query: z.object({
    fileName,
    publish: z.enum(['true', 'false']).optional().meta({ description: 'For text/csv: as in the body' }),
  }),
  body: z.object({ datasets: z.array(z.record(z.string(), z.unknown())).max(500), fileName, publish }),
  uploads: ['text/csv'],
  answer: z.object({
    ...verdict,
    applicable: z.boolean().meta({ description: 'No row refused, and something to do' }),
  }),
  status: 201,
  prepare: uploadOf,
  door: stageImport,
  render: (
    { id, counts, rows, applicable }: Pick<OneImport, 'id' | 'counts' | 'rows'> & { applicable: boolean },
    ctx,
  ) => ({
    id,
    counts,
    rows: rowsOf(rows, ctx),
    applicable,
  }),
  location: ({ id }: { id: string }) => `/api/v1/imports/${id}`,
})

export const listImports = operation({
  ...read,
  id: 'listImports',
  path: '/api/v1/imports',
  summary: 'Imports, applied or only tried, the newest first; 20 a page',
  query: z.object({ cursor: z.uuid().optional().meta({ description: 'From the answer before' }) }),
  answer: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        file: z.string(),
        by: nothing,
        at: moment,
        appliedAt: moment.nullable(),
        rows: count,
        publishes: z.boolean(),
      }),
    ),
    nextCursor: z.uuid().nullable(),
  }),
  door: recentImports,
  render: ({ items, next }: { items: readonly unknown[]; next: string | null }) => ({ items, nextCursor: next }),
})

export const readImport = operation({
  ...read,
  id: 'readImport',
  path: '/api/v1/imports/{batchId}',
  summary: 'An import as its dry run judged it, and which datasets have changed since',
  params: ApplyImport,
  answer: z.object({
    ...verdict,
    fileName: z.string(),
    format: z.string(),
    publishes: z.boolean(),
    createdAt: moment,
    appliedAt: moment.nullable(),
    movedOn: z.array(z.string()).meta({ description: 'Slugs that somebody has changed since: try again' }),
    mayApply: z.boolean(),
  }),
  door: oneImport,
  render: ({ rows, ...batch }: OneImport, ctx) => ({ ...batch, rows: rowsOf(rows, ctx) }),
})

export const carryOutImport = operation({
  ...write,
  id: 'applyImport',
  path: '/api/v1/imports/{batchId}/apply',
  summary: 'Apply an import as its dry run showed it: all rows or none, and none where a dataset has changed since',
  params: ApplyImport,
  answer: z.object({ id: z.uuid(), created: count, changed: count, unchanged: count, mended: count }),
  door: applyImport,
})

export const importOperations = [tryImport, listImports, readImport, carryOutImport]
