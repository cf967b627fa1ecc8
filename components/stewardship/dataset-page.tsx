import type { Text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { formatDateTime } from '@/components/ui/format'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel, WithAside } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import type { StewardedDataset } from '@/lib/catalogue/queries/stewarded-dataset'
import type { Language } from '@/lib/platform/messages'
import { type Acts, PublishPanel, StatePanel } from './dataset-acts'
import { DatasetTimeline } from './dataset-timeline'
import { DifferenceTable } from './difference-table'
import { DatasetStateBadge } from './state-badge'
import { TaskList } from './task-list'

type Props = { t: Text; language: Language; dataset: StewardedDataset; acts: Acts; told: string | null }

function Header({ t, language, dataset }: Pick<Props, 't' | 'language' | 'dataset'>) {
  const { slug, record, state, current, draft, draftAt, draftBy } = dataset
  const crumbs = [{ href: '/stewardship/datasets', label: t('stewardship.datasets') }]
  const name = draftBy ?? t('stewardship.system')
  return (
    <PageHeader
      above={<Breadcrumbs crumbs={crumbs} language={language} />}
      title={record.title}
      state={
        <>
          <DatasetStateBadge t={t} state={state} />
          <span>{dataset.doi}</span>
          {draft && draftAt && <span>{t('stewardship.draft.by', { name, when: formatDateTime(draftAt) })}</span>}
        </>
      }
      actions={
        <>
          {draft && <LinkButton href={`/stewardship/datasets/${slug}/preview`}>{t('stewardship.preview')}</LinkButton>}
          {current && state !== 'hidden' && (
            <LinkButton href={`/datasets/${slug}`}>{t('stewardship.public')}</LinkButton>
          )}
        </>
      }
    />
  )
}

function Versions({ t, language, dataset }: Pick<Props, 't' | 'language' | 'dataset'>) {
  const { versions, current } = dataset
  if (versions.length === 0) return null
  return (
    <Panel title={t('stewardship.versions')}>
      <ul className="grid gap-2">
        {versions.map(({ number, changeNote, publishedAt }) => (
          <li key={number}>
            <span className="font-medium">{number}</span>{' '}
            <span className="text-sm text-soft">
              <Time value={publishedAt} language={language} />
              {number === current?.number && ` · ${t('stewardship.version.current')}`}
            </span>
            {changeNote && <span className="block text-sm">{changeNote}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** A dataset as its stewards see it: what it is, its state, what can be done, and what happened. */
export function StewardedDatasetPage(props: Props) {
  const { t, language, dataset, told } = props
  const { current, draft, difference, timeline } = dataset
  const aside = (
    <>
      <StatePanel {...props} />
      <Versions t={t} language={language} dataset={dataset} />
      <Panel title={t('stewardship.timeline')}>
        <DatasetTimeline t={t} timeline={timeline} />
      </Panel>
    </>
  )
  return (
    <>
      <Header t={t} language={language} dataset={dataset} />
      {told && (
        <div className="mb-5">
          <Notice tone="ok" live>
            {told}
          </Notice>
        </div>
      )}
      <WithAside aside={aside}>
        <TaskList t={t} dataset={dataset} />
        {draft && current && (
          <Panel title={t('stewardship.difference')}>
            {difference.length === 0 ? (
              t('stewardship.difference.none')
            ) : (
              <DifferenceTable
                t={t}
                language={language}
                difference={difference}
                caption={t('stewardship.difference')}
                before={t('stewardship.difference.before', { version: current.number })}
                after={t('stewardship.difference.after')}
              />
            )}
          </Panel>
        )}
        <PublishPanel {...props} />
      </WithAside>
    </>
  )
}
