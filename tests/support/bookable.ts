// Made-up machines, projects and people with API tokens, written straight into a migrated database: for runs under load, where
// clicking them together would take longer than the run.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { addWeeks, endOf, startOf, type Week, weekOf } from '@/lib/booking/rules/weeks'

export interface Scale {
  projects: number
  /** The principal investigator and the delegates of each project. */
  peopleEach: number
  /** GPU weeks of each project. */
  budget: number
  /** Of each machine the GPUs of its slots. */
  machines: readonly (readonly number[])[]
  /** How many weeks are lent, from the running one. */
  weeks: number
}

export interface Booker {
  id: string
  token: string
}
export interface BookingProject {
  id: string
  slug: string
  budget: number
  people: Booker[]
}
export interface LentMachine {
  id: string
  slug: string
  slots: { id: string; gpus: number }[]
}
export interface Bookable {
  projects: BookingProject[]
  machines: LentMachine[]
  weeks: Week[]
}

const NEARLY_OVER_MS = 45 * 60_000
const YEAR_MS = 365 * 86_400_000

/** The running week, or the next one where the running one ends before a run would. */
function firstWeek(now: Date): Week {
  const running = weekOf(now)
  return endOf(running).getTime() - now.getTime() < NEARLY_OVER_MS ? addWeeks(running, 1) : running
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const newBooker = (): Booker => ({ id: randomUUID(), token: `aida_${randomBytes(32).toString('base64url')}` })

function drawn({ projects, peopleEach, budget, machines, weeks }: Scale, now: Date): Bookable {
  const from = firstWeek(now)
  return {
    projects: Array.from({ length: projects }, (_, i) => ({
      id: randomUUID(),
      slug: `crowd-${i + 1}`,
      budget,
      people: Array.from({ length: peopleEach }, newBooker),
    })),
    machines: machines.map((slots, i) => ({
      id: randomUUID(),
      slug: `machine-${i + 1}`,
      slots: slots.map((gpus) => ({ id: randomUUID(), gpus })),
    })),
    weeks: Array.from({ length: weeks }, (_, n) => addWeeks(from, n)),
  }
}

type Rows = readonly object[]

/** Inserts rows that name their columns as the table does. */
async function insert(db: pg.Client, table: string, rows: Rows): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0] as object)
    .map((name) => `"${name}"`)
    .join(', ')
  await db.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  )
}

async function insertMachines(db: pg.Client, { machines, weeks }: Bookable, now: Date): Promise<void> {
  const layouts = machines.map(({ id }) => ({ id: randomUUID(), machine_id: id, from_week: weeks[0] }))
  await insert(
    db,
    'machine',
    machines.map(({ id, slug }) => ({
      id,
      slug,
      name: slug,
      description: '',
      personal_data: true,
      revision: 1,
      created_at: now,
    })),
  )
  await insert(
    db,
    'slot_layout',
    layouts.map((layout) => ({ ...layout, created_at: now })),
  )
  const slots = machines.flatMap((machine, i) =>
    machine.slots.map(({ id, gpus }, n) => ({
      id,
      machine_id: machine.id,
      layout_id: layouts[i]?.id,
      ordinal: n + 1,
      name: `slot ${n + 1}`,
      gpus,
    })),
  )
  await insert(db, 'slot', slots)
  const cells = slots.flatMap(({ id, machine_id, gpus }) =>
    weeks.map((week) => ({ slot_id: id, week, machine_id, gpus, starts_at: startOf(week), ends_at: endOf(week) })),
  )
  await insert(db, 'slot_week', cells)
}

async function insertPeople(db: pg.Client, people: readonly Booker[], now: Date): Promise<void> {
  await insert(
    db,
    'person',
    people.map(({ id }, i) => ({
      id,
      name: `Booker ${i + 1}`,
      email: `${id}@example.org`,
      email_verified_at: now,
      language: 'en',
      demonstration: false,
      created_at: now,
      revision: 1,
    })),
  )
  await insert(
    db,
    'api_token',
    people.map(({ id, token }) => ({
      id: randomUUID(),
      person_id: id,
      name: 'run',
      token_hash: hashOf(token),
      prefix: token.slice(0, 9),
      scopes: ['bookings:read', 'bookings:write', 'projects:read'],
      second_factor: false,
      created_at: now,
      expires_at: new Date(now.getTime() + YEAR_MS),
    })),
  )
}

async function insertProjects(db: pg.Client, projects: readonly BookingProject[], now: Date): Promise<void> {
  const [begun, over] = [new Date(now.getTime() - YEAR_MS), new Date(now.getTime() + 3 * YEAR_MS)]
  const institution_name = 'University of Load'
  await insert(
    db,
    'project',
    projects.map(({ id, slug, budget, people }) => ({
      id,
      slug,
      name: slug,
      type: 'project',
      state: 'active',
      pi_id: people[0]?.id,
      institution_name,
      department: '',
      description: '',
      listed: false,
      hidden_on_sheet: false,
      starts_at: begun,
      ends_at: over,
      gpu_budget: budget,
      quota_bytes: 0,
      members_confirmed_at: now,
      revision: 1,
      created_at: begun,
    })),
  )
  const members = projects.flatMap((project) => project.people.map(({ id }) => ({ project, id })))
  await insert(
    db,
    'project_member',
    members.map(({ project, id }) => ({ project_id: project.id, person_id: id, joined_at: begun })),
  )
  await insert(
    db,
    'delegation',
    members
      .filter(({ project, id }) => id !== project.people[0]?.id)
      .map(({ project, id }) => ({
        id: randomUUID(),
        project_id: project.id,
        root_id: project.people[0]?.id,
        grantor_id: project.people[0]?.id,
        holder_id: id,
        authorities: ['book-compute'],
        starts_at: begun,
        ends_at: over,
        created_at: begun,
      })),
  )
  await insertAgreements(db, projects, { begun, over, institution_name })
}

/** Every project has its service agreement and its data processing agreement in force. */
async function insertAgreements(
  db: pg.Client,
  projects: readonly BookingProject[],
  { begun, over, institution_name }: { begun: Date; over: Date; institution_name: string },
): Promise<void> {
  const file = randomUUID()
  await db.query(
    `INSERT INTO stored_file (id, name, type, size, sha256, content, created_at) VALUES ($1, 'signed.pdf', 'application/pdf', 1, '', '\\x00', $2)`,
    [file, begun],
  )
  const texts = ['service-agreement', 'dpa'].map((kind) => ({ kind, id: randomUUID() }))
  await insert(
    db,
    'agreement_text',
    texts.map(({ kind, id }) => ({
      id,
      kind,
      version: 1,
      title_en: kind,
      title_sv: kind,
      body_en: '',
      body_sv: '',
      change_note: '',
      published_at: begun,
      binds_from: begun,
      revision: 1,
      created_at: begun,
    })),
  )
  await insert(
    db,
    'signed_document',
    projects.flatMap(({ id, people }) =>
      texts.map((text) => ({
        id: randomUUID(),
        text_id: text.id,
        kind: text.kind,
        project_id: id,
        institution_name,
        file_id: file,
        state: 'countersigned',
        submitted_by_id: people[0]?.id,
        submitted_at: begun,
        valid_from: begun,
        valid_until: over,
        countersigned_by_id: people[0]?.id,
        countersigned_at: begun,
        revision: 1,
      })),
    ),
  )
}

/** Writes a hub of this scale into the database. */
export async function makeBookable(databaseUrl: string, scale: Scale): Promise<Bookable> {
  const now = new Date()
  const made = drawn(scale, now)
  const db = new pg.Client({ connectionString: databaseUrl })
  await db.connect()
  try {
    await db.query('BEGIN')
    await insertMachines(db, made, now)
    await insertPeople(
      db,
      made.projects.flatMap(({ people }) => people),
      now,
    )
    await insertProjects(db, made.projects, now)
    await db.query('COMMIT')
  } finally {
    await db.end()
  }
  return made
}
