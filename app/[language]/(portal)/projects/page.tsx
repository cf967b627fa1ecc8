import type { Metadata } from 'next'
import { show } from '@/app/show'
import { type Text, text } from '@/components/messages'
import { DirectoryList, ProjectFilter } from '@/components/projects/directory'
import { EndedProjects } from '@/components/projects/ended-projects'
import { OwnProjects } from '@/components/projects/own-projects'
import { LinkButton } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { agreementsOwed } from '@/lib/agreements/queries/owed'
import { requestContext } from '@/lib/identity/session'
import { type Context, isPerson } from '@/lib/platform/context'
import { directory } from '@/lib/projects/queries/directory'
import { ownApplications } from '@/lib/projects/queries/own'
import { ownEndedProjects, ownProjects } from '@/lib/projects/queries/own-projects'
import { projectTypes } from '@/lib/projects/rules/types'

type Query = Record<string, string | string[] | undefined>
type Props = { searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('project.projects') }
}

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

/** What the address asks for; a kind that there is none of is no kind. */
const wantedBy = (query: Query) => ({
  q: one(query.q).slice(0, 200),
  type: projectTypes.find((type) => type === query.type) ?? '',
  cursor: one(query.cursor),
})

async function Own({ ctx, t }: { ctx: Context; t: Text }) {
  const [projects, owed, applications, ended] = await Promise.all([
    show(ownProjects(ctx, {}), '/projects'),
    show(agreementsOwed(ctx, {}), '/projects'),
    show(ownApplications(ctx, {}), '/projects'),
    show(ownEndedProjects(ctx, {}), '/projects'),
  ])
  const waiting = applications.filter(({ state }) => state === 'submitted').length
  return (
    <section className="mb-10">
      <h2 className="mb-3">{t('project.own')}</h2>
      <div className="grid gap-4">
        {waiting > 0 && (
          <Notice tone="wait">
            {t('project.own.waiting', { count: waiting })} <a href="/projects/apply">{t('project.own.waiting.see')}</a>
          </Notice>
        )}
        {projects.length === 0 ? (
          <EmptyState title={t('project.own.none')}>{t('project.own.none.text')}</EmptyState>
        ) : (
          <OwnProjects
            t={t}
            projects={projects}
            owed={new Map(owed.map(({ slug, missing }) => [slug, missing]))}
            now={ctx.now}
          />
        )}
        <EndedProjects t={t} projects={ended} />
      </div>
    </section>
  )
}

async function Directory({ ctx, t, query }: { ctx: Context; t: Text; query: Query }) {
  const wanted = wantedBy(query)
  const { items, next } = await show(directory(ctx, wanted), '/projects')
  const address = (cursor: string) => `/projects?${new URLSearchParams({ ...wanted, cursor })}`
  const empty = <EmptyState title={t('project.directory.none')}>{t('project.directory.none.text')}</EmptyState>
  return (
    <section>
      <h2 className="mb-1">{t('project.directory')}</h2>
      <p className="mb-4 max-w-[70ch] text-soft">{t('project.directory.lead')}</p>
      <ProjectFilter t={t} q={wanted.q} type={wanted.type} />
      {items.length === 0 ? empty : <DirectoryList t={t} projects={items} />}
      <Pagination
        language={ctx.language}
        first={wanted.cursor ? address('') : undefined}
        next={next ? address(next) : undefined}
      />
    </section>
  )
}

export default async function ProjectsPage({ searchParams }: Props) {
  const [ctx, query] = await Promise.all([requestContext(), searchParams])
  const t = text(ctx.language)
  return (
    <>
      <PageHeader
        title={t('project.projects')}
        lead={t('project.projects.lead')}
        actions={<LinkButton href="/projects/apply">{t('project.apply')}</LinkButton>}
      />
      {isPerson(ctx.actor) && <Own ctx={ctx} t={t} />}
      <Directory ctx={ctx} t={t} query={query} />
    </>
  )
}
