import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { doorsOf, nameOf } from '../support/doors'

const [commands, queries] = await Promise.all([doorsOf('commands'), doorsOf('queries')])
const doors = [...commands.doors, ...queries.doors]

/** Functions that carry on what a door allowed: the first two ask it before anything else, the others are handed what it answered. */
const onward = new Set([
  'lib/delivery/commands/receive-file:receiveFile',
  'lib/delivery/commands/receive-file:receiveAndAdd',
  'lib/delivery/queries/file-by-link:isStillSent',
  'lib/delivery/commands/links:noteBytes',
])

type Import = { from: string; name: string }
const statement = /import\s+(type\s+)?\{([^}]*)\}\s+from\s+'@\/(lib\/\w+\/(?:commands|queries)[^']*)'/g

/** What the pages and routes import from commands and queries, types left out. */
const importsOf = (source: string): Import[] =>
  [...source.matchAll(statement)].flatMap(([, isType, names = '', from = '']) =>
    (isType ? [] : names.split(','))
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '))
      .map((name) => ({ from, name: name.split(/\s+as\s+/)[0] ?? name })),
  )

const app = path.join(import.meta.dirname, '../../app')
const used = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .flatMap((file) => importsOf(readFileSync(path.join(app, file), 'utf8')))

describe('commands and queries', () => {
  test('are there', () => {
    expect(commands.doors.length).toBeGreaterThan(30)
    expect(queries.doors.length).toBeGreaterThan(10)
    expect(used.length).toBeGreaterThan(20)
  })

  test.each(doors.map((door) => [`${door.file} ${door.export}`, door] as const))(
    '%s is named module.verb',
    (_, door) => {
      const [, module] = door.file.split('/')
      expect(nameOf(door)).toMatch(new RegExp(`^${module}\\.[a-z]+(-[a-z]+)*$`))
    },
  )

  test('have names of their own', () => {
    const names = [...new Map(doors.map((door) => [door.value, nameOf(door)])).values()]
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted())
  })

  test('are the only functions there that app uses: whatever a page or route calls is authorized', () => {
    const unmarked = [...commands.others, ...queries.others].filter(({ value }) => typeof value === 'function')
    const named = new Set(unmarked.map((other) => `${other.file.replace(/\.ts$/, '')}:${other.export}`))
    const around = used.map(({ from, name }) => `${from}:${name}`).filter((one) => named.has(one))
    expect(around.filter((one) => !onward.has(one))).toEqual([])
    expect([...onward].filter((one) => !around.includes(one))).toEqual([])
  })
})
