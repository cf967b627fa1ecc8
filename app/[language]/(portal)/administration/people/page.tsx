import type { Metadata } from 'next'
import { show } from '@/app/show'
import { filterBox } from '@/components/identity/filter-box'
import { type Text, text } from '@/components/messages'
import { Button, LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { type Column, Table } from '@/components/ui/table'
import { StateBadge, Tag } from '@/components/ui/tag'
import { roles } from '@/lib/identity/policy'
import { searchPeople } from '@/lib/identity/queries/people'
import { requestContext } from '@/lib/identity/session'

export const dynamic = 'force-dynamic'

type Query = Record<string, string | string[] | undefined>
type Found = Awaited<ReturnType<typeof searchPeople>>['people'][number]

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.people.title') }
}

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

function Search({ t, query }: { t: Text; query: Query }) {
  return (
    <form className="mb-6 flex flex-wrap items-end gap-4">
      <label className="grid flex-1 basis-64 gap-1 font-medium">
        {t('identity.people.search')}
        <input type="search" name="q" defaultValue={one(query.q)} className={filterBox} />
      </label>
      <label className="grid gap-1 font-medium">
        {t('identity.people.role')}
        <select name="role" defaultValue={one(query.role)} className={filterBox}>
          <option value="">{t('identity.people.role.any')}</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(`identity.role.${role}`)}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" className="min-h-10">
        {t('identity.people.find')}
      </Button>
    </form>
  )
}

const columnsOf = (t: Text): Column<Found>[] => [
  {
    key: 'name',
    label: t('identity.name'),
    cell: ({ id, name }) => <a href={`/administration/people/${id}`}>{name}</a>,
  },
  { key: 'email', label: t('identity.person.email'), cell: ({ email }) => <span className="break-all">{email}</span> },
  {
    key: 'roles',
    label: t('identity.person.roles'),
    cell: ({ roles: held }) =>
      held.length === 0 ? (
        <span className="text-soft">–</span>
      ) : (
        <span className="flex flex-wrap gap-1.5">
          {held.map((role) => (
            <Tag key={role}>{t(`identity.role.${role}`)}</Tag>
          ))}
        </span>
      ),
  },
  {
    key: 'state',
    label: t('identity.person.state'),
    cell: ({ deactivatedAt }) =>
      deactivatedAt ? (
        <StateBadge tone="stop">{t('identity.person.closed')}</StateBadge>
      ) : (
        <StateBadge tone="ok">{t('identity.person.open')}</StateBadge>
      ),
  },
]

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Query> }) {
  const [ctx, query] = await Promise.all([requestContext(), searchParams])
  const t = text(ctx.language)
  const { total, people, next } = await show(searchPeople(ctx, query), '/administration/people')
  const address = (cursor: string) => `?${new URLSearchParams({ q: one(query.q), role: one(query.role), cursor })}`
  return (
    <>
      <PageHeader
        title={t('identity.people.title')}
        state={t('identity.people.count', { count: total })}
        actions={<LinkButton href="/administration/people/invite">{t('identity.people.invite')}</LinkButton>}
      />
      <Search t={t} query={query} />
      <Table
        caption={t('identity.people.title')}
        hideCaption
        columns={columnsOf(t)}
        rows={people}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('identity.people.none')}>{t('identity.people.none.text')}</EmptyState>}
      />
      <Pagination
        language={ctx.language}
        first={query.cursor ? address('') : undefined}
        next={next ? address(next) : undefined}
      />
    </>
  )
}
