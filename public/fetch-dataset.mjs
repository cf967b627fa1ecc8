#!/usr/bin/env node
// Fetches the files of a dataset from AIDA Data Hub, resumes what broke off, and checks every checksum. Node.js 20.19 or later, no packages.
//   DATAHUB_TOKEN=… node fetch-dataset.mjs https://datahub.example.org/datasets/ctpa [folder]
// The token is a personal API token that may fetch data. It is sent to the hub alone and written nowhere. Ends with 0 when every file is
// there and right, else with another number and one sentence.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const TRIES = 5
const usage = 'Use: DATAHUB_TOKEN=… node fetch-dataset.mjs https://<hub>/datasets/<dataset>[?version=<version>] [folder]'

/** What ends the command with a sentence of its own. */
class Stop extends Error {}

/** What may go better when it is tried again. */
class Broken extends Error {}

function settings([address, folder], { DATAHUB_TOKEN: token }) {
  const [, slug] = /^\/datasets\/([\w.-]+)\/?(?:files\/?)?$/.exec(URL.canParse(address ?? '') ? new URL(address).pathname : '') ?? []
  if (!slug) throw new Stop(usage)
  if (!token) throw new Stop('Set DATAHUB_TOKEN to a personal API token that may fetch data; you make one in your account.')
  const { origin, searchParams, protocol, hostname } = new URL(address)
  if (protocol !== 'https:' && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
    throw new Stop('The address must begin with https://, lest the token is read on its way.')
  return { origin, slug, version: searchParams.get('version'), token, folder: path.resolve(folder ?? slug) }
}

/** One request with the token, which never follows to another place. */
async function ask({ origin, token }, where, { headers, ...rest } = {}) {
  try {
    return await fetch(origin + where, { redirect: 'error', headers: { authorization: `Bearer ${token}`, ...headers }, ...rest })
  } catch (error) {
    throw new Broken(`the hub cannot be reached (${error.cause?.code ?? error.message})`)
  }
}

/** Ends with what the hub says of its no; throws Broken where it may be another answer later. */
async function demand(answer) {
  if (answer.ok) return answer
  const problem = await answer.json().catch(() => ({}))
  const said = problem.detail ?? `the hub answered ${answer.status}`
  if (answer.status >= 500 || answer.status === 429) throw new Broken(said)
  throw Object.assign(new Stop(said), { code: problem.code })
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms))

/** Does it again after a while when it broke, a few times. */
async function trying(act) {
  for (let tries = 1; ; tries++) {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof Broken)) throw error
      if (tries >= TRIES) throw new Stop(`Gave up after ${TRIES} tries: ${error.message}`)
      await pause(500 * 2 ** tries)
    }
  }
}

async function list(on) {
  const files = []
  let version = on.version
  for (let cursor = null; ; ) {
    const query = new URLSearchParams({ ...(version && { version }), ...(cursor && { cursor }) })
    const page = await trying(async () => (await demand(await ask(on, `/api/v1/datasets/${on.slug}/files?${query}`))).json())
    if (page.version === null) throw new Stop(`The files of ${on.slug} are not listed.`)
    version = page.version
    files.push(...page.files)
    cursor = page.next
    if (cursor === null) return { version, files }
  }
}

/** A link for an hour; made anew when it has ended. */
function linkOf(on, version) {
  let link = null
  return async (again = false) => {
    if (link !== null && !again) return link
    const body = JSON.stringify({ version })
    const headers = { 'content-type': 'application/json' }
    const where = `/api/v1/datasets/${on.slug}/links`
    link = (await (await demand(await ask(on, where, { method: 'POST', headers, body }))).json()).link
    return link
  }
}

/** Where a file goes: below the folder, whatever the list says. */
function placeOf(folder, name) {
  const place = path.resolve(folder, ...name.split('/'))
  if (!place.startsWith(folder + path.sep)) throw new Stop(`The list names a file outside of the folder: ${name}`)
  return place
}

const sizeOf = (place) => fs.statSync(place, { throwIfNoEntry: false })?.size ?? 0

async function hashOf(place) {
  const hash = createHash('sha256')
  for await (const part of fs.createReadStream(place)) hash.update(part)
  return hash.digest('hex')
}

/** Fetches what is still missing of a file into `part`, from where it broke off; the whole where the hub does not go on from there. */
async function fetchRest(on, file, part, getLink) {
  const have = Math.min(sizeOf(part), file.size)
  if (have === file.size) return
  const headers = have > 0 ? { range: `bytes=${have}-`, 'if-range': `"${file.sha256}"` } : {}
  const asked = async (again) => ask(on, `/api/v1/files/${file.id}?${new URLSearchParams({ link: await getLink(again) })}`, { headers })
  const answer = await asked(false)
    .then(demand)
    .catch(async (error) => {
      if (error.code !== 'delivery.link-over') throw error
      return demand(await asked(true))
    })
  const flags = answer.status === 206 ? 'a' : 'w'
  try {
    await pipeline(Readable.fromWeb(answer.body), fs.createWriteStream(part, { flags }))
  } catch (error) {
    if (['ENOSPC', 'EACCES', 'EROFS', 'EDQUOT'].includes(error.code)) throw new Stop(`Cannot write ${part}: ${error.message}`)
    throw new Broken('the connection broke off')
  }
  if (sizeOf(part) < file.size) throw new Broken('the connection broke off')
}

async function fetchFile(on, file, getLink) {
  const place = placeOf(on.folder, file.path)
  if (sizeOf(place) === file.size && (await hashOf(place)) === file.sha256) return 'there already'
  fs.mkdirSync(path.dirname(place), { recursive: true })
  const part = `${place}.part`
  await trying(() => fetchRest(on, file, part, getLink))
  if ((await hashOf(part)) !== file.sha256) {
    fs.rmSync(part, { force: true })
    throw new Stop(`${file.path} is not what the list says: its checksum differs. It was thrown away; try again.`)
  }
  fs.renameSync(part, place)
  return 'fetched'
}

async function main() {
  const on = settings(process.argv.slice(2), process.env)
  const { version, files } = await list(on)
  const getLink = linkOf(on, version)
  fs.mkdirSync(on.folder, { recursive: true })
  for (const [at, file] of files.entries()) {
    const outcome = await fetchFile(on, file, getLink)
    process.stdout.write(`${at + 1}/${files.length} ${file.path}: ${outcome}, checksum right\n`)
  }
  process.stdout.write(`${on.slug} ${version}: ${files.length} files in ${on.folder}, every checksum right.\n`)
}

main().catch((error) => {
  const said = error instanceof Stop || error instanceof Broken ? error.message : `Something is wrong with this command: ${error.message}`
  process.stderr.write(`${said}\n`)
  process.exitCode = 1
})
