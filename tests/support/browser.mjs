// Finds a Chromium for the tests, or brings one; each candidate is proven by launching it.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

/** @typedef {{ executablePath?: string, args: string[], env?: Record<string, string> }} Launch */

const require = createRequire(import.meta.url)
const isRoot = process.platform !== 'win32' && process.getuid() === 0
const SANDBOX = isRoot ? ['--no-sandbox'] : [] // Chromium's sandbox refuses root
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => fs.existsSync(file))

const named = () =>
  process.env.PORTAL_CHROMIUM ? { executablePath: process.env.PORTAL_CHROMIUM, args: SANDBOX } : undefined

const playwrights = () => (fs.existsSync(chromium.executablePath()) ? { args: SANDBOX } : undefined)

function systems() {
  const executablePath = COMMANDS.map(onPath).find(Boolean) ?? PLACES.find((place) => fs.existsSync(place))
  return executablePath ? { executablePath, args: SANDBOX } : undefined
}

/** The folder of @sparticuz/chromium, whose exports hide its package.json, and its version. */
function sparticuzPackage() {
  let folder = path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium')))
  while (!fs.existsSync(path.join(folder, 'bin', 'chromium.br'))) folder = path.dirname(folder)
  return JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version
}

/** Its own font list names a folder of Lambda: without ours, text is invisible on a machine without fonts. */
function writeFontList(folder) {
  const file = path.join(folder, 'fonts.conf')
  const folders = [`${folder}/fonts`, '/usr/share/fonts', '/usr/local/share/fonts'].map((at) => `<dir>${at}</dir>`)
  const list = `<fontconfig>${folders.join('')}<cachedir>${folder}/fonts-cache</cachedir></fontconfig>`
  fs.writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">${list}`)
  return file
}

/** The browser that npm ships, with the system libraries it needs; Linux on x64 only. */
async function shipped() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const folder = path.resolve(import.meta.dirname, '../../.cache', `chromium-${sparticuzPackage()}`)
  fs.mkdirSync(folder, { recursive: true })
  const before = { ...process.env }
  // It unpacks into the temporary folder, and its libraries only where it believes to be on Lambda.
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' })
  try {
    const { default: package_ } = await import('@sparticuz/chromium')
    const executablePath = await package_.executablePath()
    const env = { ...before, LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'), FONTCONFIG_FILE: writeFontList(folder) }
    // Never its own arguments: they switch off web security.
    return { executablePath, args: [...SANDBOX, '--headless=shell'], env }
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
  }
}

function downloaded() {
  const program = path.join(path.dirname(require.resolve('@playwright/test/package.json')), 'cli.js')
  const args = [program, 'install', 'chromium-headless-shell']
  return spawnSync(process.execPath, args, { stdio: 'ignore', timeout: 180_000 }).status === 0
    ? { args: SANDBOX }
    : undefined
}

function installed() {
  if (!isRoot || !onPath('apt-get')) return undefined
  const install = 'apt-get update && apt-get install -y --no-install-recommends chromium'
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('sh', ['-c', install], { stdio: 'ignore', timeout: 300_000, env })
  return systems()
}

const CANDIDATES = {
  PORTAL_CHROMIUM: named,
  "Playwright's own": playwrights,
  'the one npm ships': shipped,
  "the system's": systems,
  'a download by Playwright': downloaded,
  'apt-get install': installed,
}

/** The version of a browser that shows a page, or undefined. */
async function versionOf(launch) {
  let browser
  try {
    browser = await chromium.launch({ ...launch, timeout: 20_000 })
    const page = await browser.newPage()
    await page.goto('data:text/html,<title>it works</title>')
    return (await page.title()) === 'it works' ? browser.version() : undefined
  } catch {
    return undefined
  } finally {
    await browser?.close()
  }
}

/**
 * The first candidate that works.
 * @param {string[]} among  names of CANDIDATES, for the test of this very file
 * @returns {Promise<{ name: string, version: string, launch: Launch }>}
 */
export async function findBrowser(among = Object.keys(CANDIDATES)) {
  for (const name of among) {
    const launch = await Promise.resolve()
      .then(CANDIDATES[name])
      .catch(() => undefined)
    const version = launch && (await versionOf(launch))
    if (version) return { name, version, launch }
  }
  throw new Error('No Chromium could be found or brought: install one, or name it in PORTAL_CHROMIUM.')
}
