import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type CommandMark, commandMark } from '@/lib/platform/marks'

const root = path.join(import.meta.dirname, '../..')

/** An exported function of a module's commands or queries. */
export type Door = { readonly file: string; readonly export: string; readonly value: unknown }

/** Everything that the files of commands and queries export, by reading them. */
async function exportsOf(kind: 'commands' | 'queries'): Promise<Door[]> {
  const place = new RegExp(`^\\w+/${kind}(\\.ts|/.+\\.ts)$`)
  const files = readdirSync(path.join(root, 'lib'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => place.test(file) && !file.endsWith('.test.ts'))
    .map((file) => `lib/${file}`)
    .toSorted()
  const found = await Promise.all(
    files.map(async (file) => {
      const exported: Record<string, unknown> = await import(pathToFileURL(path.join(root, file)).href)
      return Object.entries(exported).map(([name, value]) => ({ file, export: name, value }))
    }),
  )
  return found.flat()
}

const isMarked = (value: unknown): value is CommandMark => typeof value === 'function' && commandMark in value

/** The name of a command or query; undefined for anything else. */
export const nameOf = ({ value }: Door): string | undefined => (isMarked(value) ? value[commandMark].name : undefined)

/** The exports that are commands, or queries, with their names. */
export async function doorsOf(kind: 'commands' | 'queries'): Promise<{ doors: Door[]; others: Door[] }> {
  const all = await exportsOf(kind)
  return { doors: all.filter((door) => nameOf(door)), others: all.filter((door) => !nameOf(door)) }
}
