import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { addWeeks, isoNameOf, weekOf } from '@/lib/booking/rules/weeks'
import type { PersonaKey } from '@/tests/support/sign-in'
import { personaId } from '../../../prisma/seed/people'

type Ask = (text: string, values?: unknown[]) => Promise<unknown>

/** Asks the database of the journeys' portal, or of a portal of one's own. */
const asking =
  (databaseUrl = process.env.E2E_DATABASE_URL): Ask =>
  async (text, values = []) => {
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    try {
      return await client.query(text, values)
    } finally {
      await client.end()
    }
  }

type Lent = { name?: string; databaseUrl?: string }

/** A machine of a journey's own, for open data, with slots of four GPUs from two weeks ago until a year from now; gives its address. */
export async function machineOf(slots = 2, { name = 'Machine of a journey', databaseUrl }: Lent = {}): Promise<string> {
  const ask = asking(databaseUrl)
  const [id, layout] = [randomUUID(), randomUUID()]
  const slug = `e2e-${id}`
  await ask(`INSERT INTO machine (id, slug, name, personal_data, created_at) VALUES ($1, $2, $3, false, now())`, [
    id,
    slug,
    name,
  ])
  await ask(
    `INSERT INTO slot_layout (id, machine_id, from_week, created_at)
     VALUES ($1, $2, date_trunc('week', now())::date - 14, now())`,
    [layout, id],
  )
  await ask(
    `INSERT INTO slot (id, machine_id, layout_id, ordinal, name, gpus)
     SELECT gen_random_uuid(), $1, $2, n, chr(64 + n), 4 FROM generate_series(1, $3::int) n`,
    [id, layout, slots],
  )
  await ask(
    `INSERT INTO slot_week (slot_id, week, machine_id, gpus, starts_at, ends_at)
     SELECT s.id, w, s.machine_id, s.gpus, (w + time '09:00') AT TIME ZONE 'Europe/Stockholm', (w + 7 + time '09:00') AT TIME ZONE 'Europe/Stockholm'
     FROM slot s, LATERAL (SELECT date_trunc('week', now())::date + 7 * n AS w FROM generate_series(-2, 52) n) weeks
     WHERE s.machine_id = $1 ORDER BY s.id, w`,
    [id],
  )
  return slug
}

type Wish = {
  name: string
  pi: PersonaKey
  delegate?: PersonaKey
  members?: readonly PersonaKey[]
  budget?: number
  hidden?: boolean
  /** Whether the yearly confirmation of its members is. */
  overdue?: boolean
  databaseUrl?: string
}

const insertProject = `
  INSERT INTO project (id, slug, name, type, state, pi_id, institution_name, starts_at, ends_at, gpu_budget, members_confirmed_at,
    created_at, hidden_on_sheet)
  VALUES ($1, $2, $3, 'project', 'active', $4, 'Linköping University', now() - interval '90 days', now() + interval '900 days', $5,
    now() - CASE WHEN $7 THEN interval '400 days' ELSE interval '0' END, now() - interval '90 days', $6)`
const insertDelegation = `
  INSERT INTO delegation (id, project_id, root_id, grantor_id, holder_id, authorities, starts_at, ends_at, created_at)
  VALUES (gen_random_uuid(), $1, $2, $2, $3, ARRAY['book-compute'], now() - interval '1 day', now() + interval '90 days', now())`
const insertText = `
  INSERT INTO agreement_text (id, kind, version, title_en, title_sv, body_en, body_sv, published_at, binds_from, created_at)
  SELECT gen_random_uuid(), 'service-agreement', 1, 'Service agreement', 'Tjänsteavtal', 'None', 'Inget', now(), now(), now()
  WHERE NOT EXISTS (SELECT FROM agreement_text WHERE kind = 'service-agreement' AND published_at IS NOT NULL)
  ON CONFLICT DO NOTHING`
const acceptTerms = `
  INSERT INTO acceptance (text_id, person_id, accepted_at)
  SELECT id, $1, now() FROM agreement_text WHERE kind = 'user-terms' AND published_at IS NOT NULL ON CONFLICT DO NOTHING`
const insertFile = `
  INSERT INTO stored_file (id, name, type, size, sha256, content, created_at)
  VALUES ($1, 'signed.pdf', 'application/pdf', 6, 'none', 'signed', now())`
const insertAgreement = `
  INSERT INTO signed_document (id, text_id, kind, project_id, institution_name, file_id, state, submitted_by_id, submitted_at,
    valid_from, valid_until, countersigned_by_id, countersigned_at)
  SELECT gen_random_uuid(), id, kind, $1, 'Linköping University', $2, 'countersigned', $3, now(), now() - interval '1 day',
    now() + interval '900 days', $3, now() FROM agreement_text WHERE kind = 'service-agreement' ORDER BY version DESC LIMIT 1`

/** A project that can book, of a journey's own; gives its address. */
export async function projectOf(wish: Wish): Promise<string> {
  const { name, pi, delegate, members = [], budget = 16, hidden = false, overdue = false } = wish
  const ask = asking(wish.databaseUrl)
  const [id, file] = [randomUUID(), randomUUID()]
  const slug = `e2e-${id}`
  await ask(insertProject, [id, slug, name, personaId(pi), budget, hidden, overdue])
  await ask(insertText)
  await ask(insertFile, [file])
  await ask(insertAgreement, [id, file, personaId(pi)])
  for (const person of [pi, ...(delegate ? [delegate] : []), ...members]) {
    const values = [id, personaId(person)]
    await ask('INSERT INTO project_member (project_id, person_id, joined_at) VALUES ($1, $2, now())', values)
    await ask(acceptTerms, [personaId(person)])
  }
  if (delegate) await ask(insertDelegation, [id, personaId(pi), personaId(delegate)])
  return slug
}

/** A week so many after the running one, as 2026-W53. */
export const weekNamed = (count: number): string => isoNameOf(addWeeks(weekOf(new Date()), count))

/** Gives the project a PI whose account is closed, as if they had left the hub after it began. */
export async function loseThePi(slug: string, name: string): Promise<void> {
  const [ask, id] = [asking(), randomUUID()]
  await ask(`INSERT INTO person (id, name, email, created_at, deactivated_at) VALUES ($1, $2, $3, now(), now())`, [
    id,
    name,
    `${id}@example.org`,
  ])
  await ask('UPDATE project SET pi_id = $1 WHERE slug = $2', [id, slug])
}

/** The number of a week so many after the running one, as the sheet names it. */
export const weekAfter = (count: number): number => Number(weekNamed(count).slice(-2))

/** Lets the minute in which cancelled weeks of a machine can be undone be over now, as if it had passed. */
export async function passTheMinute(machine: string): Promise<void> {
  const ask = asking()
  const weeks = 'SELECT w.slot_id, w.week FROM booked_week w JOIN machine m ON m.id = w.machine_id WHERE m.slug = $1'
  await ask(`UPDATE booked_week SET counts_until = now() WHERE state = 'cancelled' AND (slot_id, week) IN (${weeks})`, [
    machine,
  ])
  await ask(
    `UPDATE graphile_worker._private_jobs SET run_at = now()
     WHERE key IN (SELECT 'settle-week:' || slot_id || ':' || week FROM (${weeks}) w)`,
    [machine],
  )
}

/** Gives a persona an SSH key, as if they had added it; the name by which they know it. */
export async function giveKey(person: PersonaKey, name: string): Promise<void> {
  await asking()(
    `INSERT INTO ssh_key (id, person_id, name, type, bits, public_key, fingerprint, created_at)
     VALUES ($1, $2, $3, 'ssh-ed25519', 256, $4, $5, now())`,
    [randomUUID(), personaId(person), name, `ssh-ed25519 ${randomUUID()}`, `SHA256:${randomUUID()}`],
  )
}
