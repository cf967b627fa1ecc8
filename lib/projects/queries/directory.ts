import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { db } from '@/lib/platform/db'
import { daysOf, lifeOf } from '../rules/periods'
import { type ProjectType, projectTypes } from '../rules/types'
import { ProjectChoice } from '../schema/projects'

const blank = (value: unknown) => (value === '' ? undefined : value)
const DirectoryPage = z.object({
  q: z.preprocess(blank, z.string().trim().max(200).optional()),
  type: z.preprocess(blank, z.enum(projectTypes).optional()),
  cursor: z.preprocess(blank, z.uuid().optional()),
})

const pageSize = 50

type Row = {
  id: string
  slug: string
  name: string
  type: ProjectType
  state: string
  piName: string
  institutionName: string
  department: string
  description: string
  startsAt: Date
  endsAt: Date
  partners: string[]
}

type Wanted = { slug?: string; q?: string; type?: string; cursor?: string }

/** Projects whose PI agreed to be shown, in order of name; `slug` picks one. */
const listed = ({ slug = '', q = '', type = '', cursor }: Wanted) => db().$queryRaw<Row[]>`
  SELECT p.id, p.slug, p.name, p.type, p.state, pi.name AS "piName", p.institution_name AS "institutionName", p.department,
    p.description, p.starts_at AS "startsAt", p.ends_at AS "endsAt",
    ARRAY(SELECT o.name FROM project_partner o WHERE o.project_id = p.id ORDER BY o.name) AS partners
  FROM project p JOIN person pi ON pi.id = p.pi_id LEFT JOIN project a ON a.id = ${cursor ?? null}::uuid
  WHERE p.listed AND ${slug} IN ('', p.slug) AND ${type} IN ('', p.type)
    AND (${q} = '' OR strpos(lower(concat_ws(' ', p.name, p.description, p.institution_name, pi.name)), lower(${q})) > 0)
    AND (a.id IS NULL OR (p.name, p.id) > (a.name, a.id))
  ORDER BY p.name, p.id LIMIT ${pageSize + 1}`

const shown = ({ state, startsAt, endsAt, ...project }: Row, now: Date) => ({
  ...project,
  life: lifeOf({ state, startsAt, endsAt }, now),
  ...daysOf({ startsAt, endsAt }),
})

/** The public directory: projects whose PI agreed, in order of name, 50 a page. For everyone. */
export const directory = query({
  name: 'projects.directory',
  input: DirectoryPage,
  scope: () => 'public' as const,
  read: async (_, wanted, { now }) => {
    const rows = await listed(wanted)
    const items = rows.slice(0, pageSize).map((row) => shown(row, now))
    return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null }
  },
})

/** One project of the public directory, for everyone. */
export const listedProject = query({
  name: 'projects.listed-project',
  input: ProjectChoice,
  scope: () => 'public' as const,
  read: async (_, { slug }, { now }) => {
    const [row] = await listed({ slug })
    return row ? shown(row, now) : null
  },
})

export type ListedProject = Awaited<ReturnType<typeof listedProject>>
