import type { ReactNode } from 'react'
import type { Text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { FigureStrip } from '@/components/ui/figure-strip'
import { formatAge, formatNumber } from '@/components/ui/format'
import { EmptyState, Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Tag } from '@/components/ui/tag'
import type { stewardDashboard } from '@/lib/catalogue/queries/stewardship'
import { datasetStates } from '@/lib/catalogue/rules/publishing'
import type { Language } from '@/lib/platform/messages'

type Props = {
  t: Text
  language: Language
  now: Date
  waiting: Awaited<ReturnType<typeof stewardDashboard>>
  /** Drafts of forms for data access, which are another module's. */
  forms: readonly Item[]
}
/** Something that waits: where it stands, what it is called, since when. */
type Item = { key: string; href: string; title: string; by: string | null; at: Date; tag?: ReactNode }

type WaitingProps = Omit<Props, 'waiting' | 'forms'> & { title: string; items: readonly Item[] }

function Waiting({ title, items, t, language, now }: WaitingProps) {
  if (items.length === 0) return null
  return (
    <Panel title={title}>
      <ul className="divide-y divide-line">
        {items.map(({ key, href, title: name, by, at, tag }) => (
          <li key={key} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0">
            <a href={href} className="min-w-0 font-medium">
              {name}
            </a>
            {tag}
            <span className="text-sm text-soft sm:ml-auto">
              {by && `${t('stewardship.by', { name: by })} · `}
              {t('stewardship.waited', { age: formatAge(at, now, language) })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What waits for the stewards, the oldest first, and how the register stands. */
export function Dashboard({ t, language, now, waiting, forms }: Props) {
  const { drafts, proposals, imports, counts, mayWrite } = waiting
  const nothing = drafts.length + proposals.length + imports.length + forms.length === 0
  const common = { t, language, now }
  const figures = datasetStates.map((state) => ({
    label: t(`catalogue.state.${state}`),
    value: formatNumber(counts[state], language),
  }))
  return (
    <>
      <PageHeader
        title={t('stewardship.home')}
        lead={t('stewardship.home.lead')}
        actions={
          mayWrite && (
            <LinkButton look="primary" href="/stewardship/datasets/new">
              {t('stewardship.new')}
            </LinkButton>
          )
        }
      />
      <div className="grid gap-5">
        {!mayWrite && <Notice>{t('stewardship.looking')}</Notice>}
        {nothing && <EmptyState title={t('stewardship.nothing')}>{t('stewardship.nothing.text')}</EmptyState>}
        <Waiting
          {...common}
          title={t('stewardship.proposals')}
          items={proposals.map((one) => ({ ...one, key: one.id, href: `/stewardship/proposals#${one.id}` }))}
        />
        <Waiting
          {...common}
          title={t('stewardship.drafts')}
          items={drafts.map(({ slug, state, ...one }) => ({
            ...one,
            key: slug,
            href: `/stewardship/datasets/${slug}`,
            tag: <Tag>{t(`catalogue.state.${state}`)}</Tag>,
          }))}
        />
        <Waiting {...common} title={t('stewardship.form-drafts')} items={forms} />
        <Waiting
          {...common}
          title={t('stewardship.import.recent')}
          items={imports.map(({ id, fileName, createdAt }) => ({
            key: id,
            href: `/stewardship/import/${id}`,
            title: fileName,
            by: null,
            at: createdAt,
          }))}
        />
        <FigureStrip figures={figures} label={t('stewardship.datasets')} />
      </div>
    </>
  )
}
