import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unlessCached } from '../../../scripts/steps/cache.mjs'
import { mustRun, run } from '../../../scripts/steps/child.mjs'
import { isInstalled } from '../../../scripts/steps/install.mjs'
import { takeLock } from '../../../scripts/steps/lock.mjs'
import { assertPortFree, freePort, parsePort } from '../../../scripts/steps/port.mjs'
import { demonstrationSecrets } from '../../../scripts/steps/secrets.mjs'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'steps-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

test('a busy port is told with a way out, a free one is not', async () => {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  await expect(assertPortFree(port)).rejects.toThrow(`Port ${port} is already in use: stop what listens there`)
  server.close()
  await once(server, 'close')
  await expect(assertPortFree(port)).resolves.toBeUndefined()
  expect(await freePort()).toBeGreaterThan(0)
})

test.each(['0', '65536', 'http', '', '3000.5'])('"%s" is no port', (text) => {
  expect(() => parsePort(text)).toThrow('PORT must be a number')
})

test('a second holder of the lock is told of the first; a dead holder does not count', async () => {
  const file = path.join(folder, 'deep/start.lock')
  const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'scripts/start.mjs'])
  await once(holder, 'spawn')
  fs.mkdirSync(path.dirname(file))
  fs.writeFileSync(file, String(holder.pid))
  expect(() => takeLock(file)).toThrow(`running already, as process ${holder.pid}`)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const lock = takeLock(file)
  expect(lock.recovered).toBe(true)
  lock.release()
  expect(takeLock(file).recovered).toBe(false)
  fs.rmSync(file)
})

test('secrets are made once, long enough, and for their owner alone', () => {
  const file = path.join(folder, 'secrets.json')
  const made = demonstrationSecrets(file)
  expect(fs.statSync(file).mode & 0o077).toBe(0)
  expect(demonstrationSecrets(file)).toEqual(made)
  expect(Buffer.from(made.ENCRYPTION_KEY ?? '', 'base64')).toHaveLength(32)
  expect(new Set(Object.values(made)).size).toBe(Object.keys(made).length)
})

test('an older file of secrets keeps its own and gains what it lacks', () => {
  const file = path.join(folder, 'secrets.json')
  fs.writeFileSync(file, JSON.stringify({ AUTH_SECRET: 'kept' }))
  expect(demonstrationSecrets(file)).toMatchObject({
    AUTH_SECRET: 'kept',
    ENCRYPTION_KEY: expect.stringMatching(/.{44}/),
  })
})

test('packages count as installed only when each is there in its version', () => {
  const locked = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/other-platform': { version: '1.0.0', optional: true },
  }
  expect(isInstalled(locked, { 'node_modules/a': { version: '1.0.0' } })).toBe(true)
  expect(isInstalled(locked, { 'node_modules/a': { version: '0.9.0' } })).toBe(false)
  expect(isInstalled(locked, {})).toBe(false)
  expect(
    isInstalled(locked, { 'node_modules/a': { version: '1.0.0' }, 'node_modules/left': { version: '1.0.0' } }),
  ).toBe(false)
})

test('work is done again when it changed or was cut off, and only then', async () => {
  const stamp = path.join(folder, 'stamp')
  let done = 0
  const work = async () => {
    done++
  }
  const fail = () => Promise.reject(new Error('cut off'))
  expect(await unlessCached(stamp, 'one', work)).toBe(true)
  expect(await unlessCached(stamp, 'one', work)).toBe(false)
  expect(await unlessCached(stamp, 'two', work)).toBe(true)
  await expect(unlessCached(stamp, 'three', fail)).rejects.toThrow('cut off')
  expect(await unlessCached(stamp, 'two', work)).toBe(true)
  expect(done).toBe(3)
})

test('the end of a child is its code; a signal is a failure too', async () => {
  expect(await run(process.execPath, ['-e', 'console.log("said"); process.exit(3)'])).toMatchObject({
    code: 3,
    output: 'said\n',
  })
  expect(await run(process.execPath, ['-e', 'process.kill(process.pid)'])).toMatchObject({ code: 1 })
  await expect(run('/there/is/no/program', [])).rejects.toThrow('ENOENT')
  await expect(mustRun('It could not.', process.execPath, ['-e', ''])).resolves.toBe('')
})
