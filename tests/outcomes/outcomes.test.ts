import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { doorsOf, nameOf } from '../support/doors'
import { cannot } from '../support/expected-outcomes'
import { outcomes, readOutcomes } from '../support/outcomes'

// Runs after every integration test, on what they left: npm test -- --only integration
const { files, ended } = readOutcomes()
const names = (await doorsOf('commands')).doors.map((door) => nameOf(door) ?? '')
const place = path.join(import.meta.dirname, '../integration')

test('every file of the integration tests took part', () => {
  const all = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'))
  expect([...files].toSorted()).toEqual(all.map((file) => path.join(place, file)).toSorted())
})

test('every excuse is of a command that there is', () => {
  expect(Object.keys(cannot).filter((name) => !names.includes(name))).toEqual([])
})

describe.each(names)('%s', (name) => {
  test.each(outcomes)('was %s in a test', (outcome) => {
    const excuse = cannot[name]?.[outcome]
    const advice = excuse
      ? `tests/support/expected-outcomes.ts says that ${name} is never ${outcome} (${excuse}), but a test saw it: take the line away`
      : `no integration test saw ${name} end ${outcome}: write one under tests/integration, or, where that cannot happen, say why in tests/support/expected-outcomes.ts`
    expect(ended.get(name)?.has(outcome) ?? false, advice).toBe(excuse === undefined)
  })
})
