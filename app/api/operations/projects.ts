import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { editProject, endProject, extendProject, setBudget, setQuota } from '@/lib/projects/commands/projects'
import { projectRegister } from '@/lib/projects/queries/administration'
import { directory } from '@/lib/projects/queries/directory'
import { projectHistory } from '@/lib/projects/queries/history'
import { ownProjects } from '@/lib/projects/queries/own-projects'
import { oneProject } from '@/lib/projects/queries/project'
import { lives } from '@/lib/projects/rules/periods'
import { projectTypes } from '@/lib/projects/rules/types'
import { Slug } from '@/lib/projects/schema/fields'
import { EditProject, EndProject, ExtendProject, SetBudget, SetQuota } from '@/lib/projects/schema/projects'
import { JournalEntry } from './identity-answers'
import { Listed, Own, Project, RegisterEntry } from './project-answers'

const tag = 'Projects'
const cursor = z.uuid()
const paging = { cursor: cursor.optional().meta({ description: 'From the answer before' }) }
const search = z.object({ ...paging, q: z.string().max(200).optional(), type: z.enum(projectTypes).optional() })
const page = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), nextCursor: cursor.nullable() })
type Page = { items: readonly { id?: string }[]; next: string | null }

/** A project by its short address; the doors call it `slug`. */
export const onOne = { params: z.object({ project: Slug }) } as const
export const bySlug = ({ project, ...said }: Record<string, unknown>) => ({ ...said, slug: project })

const list = operation({
  tag,
  id: 'listProjects',
  method: 'get',
  path: '/api/v1/projects',
  summary: 'The public directory: projects whose principal investigator agreed, in order of name',
  scope: null,
  query: search,
  answer: page(Listed),
  door: directory,
  render: ({ items, next }: Page) => ({ items: items.map(({ id: _, ...item }) => item), nextCursor: next }),
})

const own = operation({
  tag,
  id: 'listOwnProjects',
  method: 'get',
  path: '/api/v1/me/projects',
  summary: 'The projects that you take part in, with what you may do for each',
  scope: 'projects:read',
  answer: z.object({ items: z.array(Own) }),
  door: ownProjects,
  render: (items: unknown) => ({ items }),
})

const register = operation({
  tag,
  id: 'readProjectRegister',
  method: 'get',
  path: '/api/v1/projects/register',
  summary: 'Every project with its budget and state; for administrators',
  scope: 'admin',
  query: search.extend({ life: z.enum(lives).optional() }),
  answer: page(RegisterEntry),
  door: projectRegister,
  render: ({ items, next }: Page) => ({ items, nextCursor: next }),
})

const read = operation({
  tag,
  ...onOne,
  id: 'readProject',
  method: 'get',
  path: '/api/v1/projects/{project}',
  summary: 'One project with its budget, its state and what you may do; for those who take part, and administrators',
  scope: 'projects:read',
  answer: Project,
  door: oneProject,
  prepare: bySlug,
})

const history = operation({
  tag,
  ...onOne,
  id: 'readProjectHistory',
  method: 'get',
  path: '/api/v1/projects/{project}/history',
  summary: 'What was done in a project, by whom and in whose name, the newest first',
  scope: 'projects:read',
  query: z.object(paging),
  answer: page(JournalEntry.extend({ reason: z.string().nullable() })),
  door: projectHistory,
  prepare: ({ project: slug, cursor: before }) => ({ slug, before }),
  render: ({ entries, next }: { entries: readonly unknown[]; next: string | null }) => ({
    items: entries,
    nextCursor: next,
  }),
})

/** The body of a door's input: everything but the project, which is in the address. */
export const bodyOf = <Shape extends z.ZodRawShape>({ shape }: z.ZodObject<Shape & { slug: z.ZodType }>) => {
  const { slug: _, ...body } = shape
  return z.object(body as Omit<Shape, 'slug'>)
}

const edit = operation({
  tag,
  ...onOne,
  id: 'editProject',
  method: 'put',
  path: '/api/v1/projects/{project}',
  summary: 'Change what a project says of itself; for its PI, or who was given every authority',
  scope: 'projects:write',
  body: bodyOf(EditProject),
  answer: z.object({ slug: z.string(), revision: z.int() }),
  door: editProject,
  prepare: bySlug,
})

const budget = operation({
  tag,
  ...onOne,
  id: 'setProjectBudget',
  method: 'put',
  path: '/api/v1/projects/{project}/budget',
  summary: 'Set a budget in GPU weeks, with the reason; for administrators who take no part',
  scope: 'admin',
  body: bodyOf(SetBudget),
  answer: z.object({ slug: z.string(), gpuWeeks: z.int() }),
  door: setBudget,
  prepare: bySlug,
})

const quota = operation({
  tag,
  ...onOne,
  id: 'setProjectQuota',
  method: 'put',
  path: '/api/v1/projects/{project}/quota',
  summary: 'Set the quota of /proj in gigabytes, with the reason; for administrators who take no part',
  scope: 'admin',
  body: bodyOf(SetQuota),
  answer: z.object({ slug: z.string(), gigabytes: z.int() }),
  door: setQuota,
  prepare: bySlug,
})

const end = operation({
  tag,
  ...onOne,
  id: 'endProject',
  method: 'post',
  path: '/api/v1/projects/{project}/end',
  summary: 'End a project before its last day, with the reason',
  description: 'For its PI or who was given every authority; an administrator who takes no part needs the scope admin',
  scope: 'projects:write',
  body: bodyOf(EndProject),
  answer: z.object({ slug: z.string() }),
  door: endProject,
  prepare: bySlug,
})

const extend = operation({
  tag,
  ...onOne,
  id: 'extendProject',
  method: 'post',
  path: '/api/v1/projects/{project}/extend',
  summary: 'Give a project a later last day, with the reason; for administrators who take no part',
  scope: 'admin',
  body: bodyOf(ExtendProject),
  answer: z.object({ slug: z.string(), endsOn: z.iso.date() }),
  door: extendProject,
  prepare: bySlug,
})

export const projectOperations = {
  list,
  own,
  register,
  read,
  history,
  edit,
  budget,
  quota,
  end,
  extend,
} as const
