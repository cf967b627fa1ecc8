// The load generator: a closed loop over some kept connections, the same for both sides of a comparison.
import http from 'node:http'
import { Problem } from '../../scripts/steps/problem.mjs'

const CONNECTIONS = 16
const WARM_UP_S = 1.5
const ROUNDS = 5

/** One side of a comparison: where its requests go, and which they are, taken in turn. */
export interface Side {
  origin: string
  paths: readonly string[]
  headers?: http.OutgoingHttpHeaders
}

export interface Sample {
  /** Answers per second. */
  rate: number
  /** Milliseconds. */
  p50: number
  p99: number
}

export interface Ratio {
  median: number
  min: number
  max: number
}

const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)

/** The value below which the share `q` of the numbers lies. */
export const quantile = (numbers: readonly number[], q: number): number =>
  sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * q))] ?? Number.NaN

const median = (numbers: readonly number[]) => quantile(numbers, 0.5)

/** One answer, read to its end, in full; a Problem unless it is a success. */
function get(agent: http.Agent, url: string, headers: http.OutgoingHttpHeaders = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers }, (response) => {
      response.on('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Problem(`${url} answered ${response.statusCode}.`)),
      )
      response.on('error', reject)
      response.resume()
    })
    request.on('error', reject)
  })
}

/** What loading one side for a while showed. */
export interface Load {
  times: number[]
  /** Milliseconds from the first request to the last answer. */
  elapsed: number
}

// Each side goes on in its list where it stopped, so that no round begins with what the round before left warm.
const turns = new WeakMap<Side, number>()

/** Loads one side for about so many seconds: each answer's milliseconds, and how long it took until the last one was there. */
async function loadFor(side: Side, seconds: number, connections: number): Promise<Load> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const begun = performance.now()
  const until = begun + seconds * 1000
  const times: number[] = []
  const loop = async () => {
    while (performance.now() < until) {
      const turn = turns.get(side) ?? 0
      turns.set(side, turn + 1)
      const started = performance.now()
      await get(agent, side.origin + side.paths[turn % side.paths.length], side.headers)
      times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: connections }, loop))
  const elapsed = performance.now() - begun
  agent.destroy()
  return { times, elapsed }
}

// The last answers come after the planned end: the rate is over the time that really passed.
const sampleOf = ({ times, elapsed }: Load): Sample => ({
  rate: (times.length / elapsed) * 1000,
  p50: quantile(times, 0.5),
  p99: quantile(times, 0.99),
})

/** Loads one side with one request at a time; the times in milliseconds. */
export async function oneByOne(side: Side, seconds: number): Promise<number[]> {
  await loadFor(side, WARM_UP_S, 1)
  return (await loadFor(side, seconds, 1)).times
}

export interface Comparison {
  a: Sample
  b: Sample
  ratio: Ratio
}

/** Loads both sides in turn, and tells each side's median round and the ratio of their rates, a over b. A load is given its seconds. */
export async function compareLoads(
  a: (seconds: number) => Promise<Load>,
  b: (seconds: number) => Promise<Load>,
  seconds: number,
): Promise<Comparison> {
  await a(WARM_UP_S)
  await b(WARM_UP_S)
  const rounds: { a: Sample; b: Sample }[] = []
  const each = seconds / ROUNDS
  for (let round = 0; round < ROUNDS; round += 1) {
    const ofA = sampleOf(await a(each))
    rounds.push({ a: ofA, b: sampleOf(await b(each)) })
  }
  const ratios = rounds.map((round) => round.a.rate / round.b.rate)
  const middle = (side: 'a' | 'b'): Sample => ({
    rate: median(rounds.map((round) => round[side].rate)),
    p50: median(rounds.map((round) => round[side].p50)),
    p99: median(rounds.map((round) => round[side].p99)),
  })
  return {
    a: middle('a'),
    b: middle('b'),
    ratio: { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) },
  }
}

/** The same of reads: each side's requests over some kept connections. */
export const compare = (a: Side, b: Side, seconds: number): Promise<Comparison> =>
  compareLoads(
    (each) => loadFor(a, each, CONNECTIONS),
    (each) => loadFor(b, each, CONNECTIONS),
    seconds,
  )
