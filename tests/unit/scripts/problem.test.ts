import fs from 'node:fs'
import { expect, test } from 'vitest'
import { explainLog, isPassing } from '../../../scripts/postgres/log.mjs'
import { nodeProblem } from '../../../scripts/steps/node-version.mjs'
import { Problem, sentence } from '../../../scripts/steps/problem.mjs'

const coded = (code: string) => Object.assign(new Error('raw'), { code })

test.each([
  ['20.19.0', true],
  ['20.18.9', false],
  ['18.20.4', false],
  ['22.0.0', true],
  ['24.1.0', true],
])('Node %s: %s', (version, isEnough) => {
  expect(nodeProblem(version) === undefined).toBe(isEnough)
})

test('a too old Node is told which it is and which is needed', () => {
  expect(nodeProblem('16.3.0')).toBe(
    'The portal needs Node.js 20.19 or newer, and this is 16.3.0: install a newer one from https://nodejs.org.',
  )
})

const full = 'The disk is full: free some space and start again.'
test.each<[string, unknown, string | undefined]>([
  ['a full disk', coded('ENOSPC'), full],
  ['a full disk, as PostgreSQL says it', coded('53100'), full],
  [
    'a full disk in what a program wrote',
    Object.assign(new Problem('The portal could not be built.'), { output: 'write ENOSPC' }),
    full,
  ],
  ['a full disk as a cause', new Problem('The migration failed.', { cause: coded('ENOSPC') }), full],
  ['nobody at the address', coded('ECONNREFUSED'), 'No PostgreSQL server answers at the address in DATABASE_URL.'],
  [
    'nobody at several addresses',
    new AggregateError([coded('ECONNREFUSED')]),
    'No PostgreSQL server answers at the address in DATABASE_URL.',
  ],
  ['a wrong password', coded('28P01'), 'The PostgreSQL server refused the user or password in DATABASE_URL.'],
  ['a database that is not there', coded('3D000'), 'The database named in DATABASE_URL does not exist on that server.'],
  ['our own words', new Problem('So it is.'), 'So it is.'],
  ['a defect of the program', new TypeError('x is undefined'), undefined],
])('%s', (_, error, expected) => {
  expect(sentence(error)).toBe(expected)
})

test.runIf(fs.existsSync('/dev/full'))('a write that the system refuses for want of space', () => {
  const write = () => {
    try {
      fs.writeFileSync('/dev/full', 'x')
      return undefined
    } catch (error) {
      return sentence(error)
    }
  }
  expect(write()).toBe(full)
})

test.each([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'The disk is full'],
  ['FATAL:  database files are incompatible with server', 'belongs to another version of PostgreSQL'],
  ['PANIC:  could not locate a valid checkpoint record', 'is damaged'],
  ['FATAL:  data directory "/d" has invalid permissions', 'belongs to another user'],
  ['FATAL:  lock file "postmaster.pid" already exists', 'is in use by another PostgreSQL'],
  ['FATAL:  something new', 'could not start with the database in /d: something new.'],
])('PostgreSQL says %s', (log, expected) => {
  expect(explainLog(`LOG:  starting\n${log}\n`, '/d')).toContain(expected)
})

test('only what passes by itself is tried again', () => {
  expect(isPassing('FATAL:  pre-existing shared memory block (key 1) is still in use')).toBe(true)
  expect(isPassing('FATAL:  lock file "postmaster.pid" already exists')).toBe(true)
  expect(isPassing('PANIC:  could not locate a valid checkpoint record')).toBe(false)
})
