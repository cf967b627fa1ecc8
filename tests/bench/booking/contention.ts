// Attempts to book, several for each slot week at about the same time: one is accepted, the others are refused.
import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { Problem } from '../../../scripts/steps/problem.mjs'
import type { BookingProject, LentMachine } from '../../support/bookable'
import { type Load, quantile } from '../measure'

const CLIENTS = 32
/** How many want each slot week. */
const RIVALS = 4

/** One side: where attempts go, and what is there to be booked by whom, apart from the other side's. */
export interface Contenders {
  origin: string
  path: string
  projects: readonly BookingProject[]
  machines: readonly LentMachine[]
  weeks: readonly string[]
}

export interface Attempts {
  /** Loads the side for so many seconds. */
  load: (seconds: number) => Promise<Load>
  /** Since the beginning: milliseconds of each accepted and of each refused attempt. */
  accepted: number[]
  refused: number[]
}

type Posted = { status: number; text: string }

function post(agent: http.Agent, url: string, headers: http.OutgoingHttpHeaders, body: string): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(body)
    const all = { ...headers, 'content-type': 'application/json', 'content-length': length }
    const request = http.request(url, { agent, method: 'POST', headers: all }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** The requests of one side, one after the other: each slot week is wanted by people of different projects in a row. */
export function attemptOf({ projects, machines, weeks }: Contenders) {
  const cells = machines.flatMap(({ slots }) => slots.flatMap(({ id }) => weeks.map((week) => ({ slot: id, week }))))
  return (turn: number) => {
    const cell = cells[Math.floor(turn / RIVALS)]
    const project = projects[turn % projects.length]
    const [, ...delegates] = project?.people ?? []
    const person = delegates[Math.floor(turn / projects.length) % delegates.length]
    if (!cell || !project || !person) throw new Problem('There are too few slot weeks for so many attempts.')
    const headers = { authorization: `Bearer ${person.token}`, 'idempotency-key': randomUUID() }
    return { cell, project, person, headers, body: JSON.stringify({ project: project.slug, cells: [cell] }) }
  }
}

/** Attempts of a side, from the slot week `first` on. */
export function attemptsOf(side: Contenders, first: number): Attempts {
  const next = attemptOf(side)
  const made = { accepted: [] as number[], refused: [] as number[] }
  let turn = first * RIVALS
  const load = async (seconds: number): Promise<Load> => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS })
    const begun = performance.now()
    const times: number[] = []
    const client = async () => {
      while (performance.now() - begun < seconds * 1000) {
        const { headers, body } = next(turn)
        turn += 1
        const started = performance.now()
        const { status, text } = await post(agent, side.origin + side.path, headers, body)
        if (status !== 201 && status !== 409) throw new Problem(`${side.origin} answered ${status}: ${text}`)
        const time = performance.now() - started
        times.push(time)
        made[status === 201 ? 'accepted' : 'refused'].push(time)
      }
    }
    await Promise.all(Array.from({ length: CLIENTS }, client))
    const elapsed = performance.now() - begun
    agent.destroy()
    return { times, elapsed }
  }
  return { ...made, load }
}

/** As the table tells it: how many, and how long half and nearly all of them took. */
export const told = (times: readonly number[]): string =>
  `${times.length} answers, p50 ${quantile(times, 0.5).toFixed(1)}, p99 ${quantile(times, 0.99).toFixed(0)} ms`
