import type { Metadata } from 'next'
import { show } from '@/app/show'
import { filterBox } from '@/components/identity/filter-box'
import { actorWords, entryWords, typesByModule, typeWords } from '@/components/identity/journal-words'
import { type Text, text } from '@/components/messages'
import { Button, LinkButton } from '@/components/ui/button'
import { EmptyState, Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { type Column, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { type JournalEntry, journal, journalIntegrity } from '@/lib/identity/queries/journal'
import { requestContext } from '@/lib/identity/session'
import type { Context } from '@/lib/platform/context'
import type { Language } from '@/lib/platform/messages'

export const dynamic = 'force-dynamic'

type Query = Record<string, string | string[] | undefined>

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('identity.journal.title') }
}

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')
const address = (query: Query, more: Record<string, string>) =>
  `${new URLSearchParams({ type: one(query.type), person: one(query.person), subject: one(query.subject), ...more })}`

/** The kinds of events as sentences, grouped by what they are about; each group can be asked for as a whole. */
function TypeOptions({ t }: { t: Text }) {
  return [...typesByModule].map(([module, types]) => {
    const about = `identity.journal.module.${module}`
    const words = t.has(about) ? t(about) : module
    return (
      <optgroup key={module} label={words}>
        <option value={`${module}.`}>{t('identity.journal.type.all', { module: words })}</option>
        {types.map((type) => (
          <option key={type} value={type}>
            {typeWords(t, type)}
          </option>
        ))}
      </optgroup>
    )
  })
}

function Filter({ t, query }: { t: Text; query: Query }) {
  return (
    <form className="mb-6 flex flex-wrap items-end gap-4">
      <label className="grid gap-1 font-medium">
        {t('identity.journal.type')}
        <select name="type" defaultValue={one(query.type)} className={filterBox}>
          <option value="">{t('identity.journal.type.any')}</option>
          <TypeOptions t={t} />
        </select>
      </label>
      <label className="grid flex-1 basis-52 gap-1 font-medium">
        {t('identity.journal.person')}
        <input name="person" defaultValue={one(query.person)} className={filterBox} />
      </label>
      <label className="grid flex-1 basis-52 gap-1 font-medium">
        {t('identity.journal.subject')}
        <input name="subject" defaultValue={one(query.subject)} className={filterBox} />
      </label>
      <Button type="submit" className="min-h-10">
        {t('identity.journal.filter')}
      </Button>
    </form>
  )
}

const columnsOf = (t: Text, language: Language): Column<JournalEntry>[] => [
  {
    key: 'at',
    label: t('identity.journal.when'),
    cell: ({ at }) => <Time value={at} language={language} show="minute" />,
  },
  { key: 'who', label: t('identity.journal.who'), cell: (entry) => actorWords(t, entry) },
  { key: 'what', label: t('identity.journal.what'), cell: (entry) => entryWords(t, entry) },
  {
    key: 'where',
    label: t('identity.journal.where'),
    cell: ({ stream, seq }) => (
      <a href={`?${new URLSearchParams({ subject: stream })}`} className="font-mono text-xs break-all">
        {stream.replace(/^([\w-]+:).*-(\w+)$/, '$1…$2')} {seq}
      </a>
    ),
  },
]

async function Integrity({ ctx, t }: { ctx: Context; t: Text }) {
  const { entries, breaks } = await show(journalIntegrity(ctx, {}), '/journal')
  return (
    <div className="mb-5">
      {breaks.length === 0 ? (
        <Notice tone="ok">{t('identity.journal.whole', { count: entries })}</Notice>
      ) : (
        <Notice tone="stop" title={t('identity.journal.broken', { count: breaks.length })}>
          <ul className="font-mono text-sm">
            {breaks.map(({ stream, seq }) => (
              <li key={`${stream} ${seq}`}>
                {stream} {seq}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

export default async function JournalPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [ctx, query] = await Promise.all([requestContext(), searchParams])
  const t = text(ctx.language)
  const { scope, entries, next } = await show(journal(ctx, query), '/journal')
  const actions = (
    <>
      {scope === 'all' && <LinkButton href="?check=1">{t('identity.journal.check')}</LinkButton>}
      <LinkButton href={`/journal/file?${address(query, {})}`}>{t('identity.journal.csv')}</LinkButton>
    </>
  )
  return (
    <>
      <PageHeader
        title={t('identity.journal.title')}
        lead={`${t('identity.journal.lead')} ${t(`identity.journal.scope.${scope}`)}`}
        actions={actions}
      />
      {scope === 'all' && query.check === '1' && <Integrity ctx={ctx} t={t} />}
      <Filter t={t} query={query} />
      <Table
        caption={t('identity.journal.title')}
        hideCaption
        columns={columnsOf(t, ctx.language)}
        rows={entries}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('identity.journal.none')}>{t('identity.journal.none.text')}</EmptyState>}
      />
      <Pagination
        language={ctx.language}
        first={query.before ? `?${address(query, {})}` : undefined}
        next={next ? `?${address(query, { before: next })}` : undefined}
      />
    </>
  )
}
