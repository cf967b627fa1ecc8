import 'server-only'
import { CsvError, parse } from 'csv-parse/sync'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { rawOfColumns } from '../rules/import/columns'
import { rowsOfJson } from '../rules/import/judge'
import { separatorOf } from '../rules/import/upload'

/** The most rows of one import: what one transaction can judge and write in good time. */
export const mostRows = 500

const unreadable = (format: string, problem: string, line?: number) =>
  refuse('catalogue.import-unreadable', { status: 422, format, problem, line: line ?? 0 })

function rowsOfText(content: string): readonly unknown[] | Refusal {
  try {
    return rowsOfJson(JSON.parse(content)) ?? unreadable('JSON', 'unlisted')
  } catch {
    return unreadable('JSON', 'syntax')
  }
}

function rowsOfCells(content: string): readonly unknown[] | Refusal {
  const settings = { delimiter: separatorOf(content), skip_empty_lines: true, bom: true, max_record_size: 200_000 }
  let lines: string[][]
  try {
    lines = parse(content, settings)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return unreadable('CSV', 'syntax', Number(error.lines ?? 0))
  }
  const [header = [], ...rows] = lines
  const names = header.map((name) => name.trim())
  if (new Set(names).size !== names.length) return unreadable('CSV', 'repeated', 1)
  if (!names.includes('slug') && !names.includes('doi')) return unreadable('CSV', 'unheaded', 1)
  // `fromEntries` makes own properties, so that a column called __proto__ is a column.
  return rows.map((cells) => rawOfColumns(Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))))
}

/** The rows of an uploaded text. Refuses what is not of that format (`catalogue.import-unreadable`) and what is too long. */
export function readUpload(format: 'json' | 'csv', content: string): readonly unknown[] | Refusal {
  const text = content.replace(/^\ufeff/, '')
  const rows = format === 'json' ? rowsOfText(text) : rowsOfCells(text)
  if (!Array.isArray(rows)) return rows as Refusal
  return rows.length <= mostRows
    ? rows
    : refuse('catalogue.import-too-long', { status: 422, rows: rows.length, limit: mostRows })
}
