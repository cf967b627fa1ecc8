import type { Text } from '@/components/messages'
import { DefinitionList } from '@/components/ui/lists'
import { Panel } from '@/components/ui/panel'
import { type Column, Table } from '@/components/ui/table'
import { StateBadge, type Tone } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { WholeRequest } from '@/lib/access/queries/request'
import type { Language } from '@/lib/platform/messages'
import { lastDayBefore } from '@/lib/projects/rules/periods'
import { UseOf } from './use-of'
import { wordFor } from './words'

type Props = { t: Text; language: Language; request: WholeRequest }

/** The approval by its number and what it counts as now; a link for who may read the whole of it. */
function EthicsNamed({
  t,
  ethics: { number, status, href },
}: {
  t: Text
  ethics: NonNullable<WholeRequest['ethics']>
}) {
  const word = wordFor(t, 'ethics', status)
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      {href ? (
        <a href={href} className="inline-flex min-h-6 items-center">
          {number}
        </a>
      ) : (
        number
      )}
      <span className="text-sm text-soft">{word}</span>
    </span>
  )
}

/** How far the hub has come, and since when. */
const Progress = ({ language, request: { processing } }: Props) =>
  processing && (
    <>
      {processing[language]}{' '}
      <span className="text-sm text-soft">
        <Time value={processing.since} language={language} />
      </span>
    </>
  )

/** Who asks, for which project, until when. */
export function RequestFacts(props: Props) {
  const { t, language, request } = props
  const { project, applicant, members, wantedUntil, optedOut, externalId, conditions, ethics, processing } = request
  const facts = [
    { term: t('requests.fact.project'), detail: `${project.name} (${project.institutionName})` },
    { term: t('requests.fact.applicant'), detail: applicant.name },
    { term: t('requests.fact.members'), detail: members.map(({ name }) => name).join(', ') },
    { term: t('requests.fact.until'), detail: wantedUntil && lastDayBefore(wantedUntil) },
    {
      term: t('requests.field.ethics'),
      detail: ethics && <EthicsNamed t={t} ethics={ethics} />,
    },
    ...(optedOut === null
      ? []
      : [{ term: t('requests.fact.sharing'), detail: t(optedOut ? 'requests.sharing.out' : 'requests.sharing.in') }]),
    ...(processing ? [{ term: t('requests.column.processing'), detail: <Progress {...props} /> }] : []),
    ...(request.hides ? [{ term: t('requests.hides'), detail: t('requests.hides.how') }] : []),
    ...(externalId ? [{ term: t('requests.fact.external'), detail: externalId }] : []),
    ...conditions.map(({ id, text }) => ({ key: id, term: t('requests.fact.condition'), detail: text })),
  ]
  return (
    <Panel title={t('requests.facts')}>
      <DefinitionList facts={facts} language={language} />
    </Panel>
  )
}

const itemTones: Record<string, Tone> = { requested: 'wait', approved: 'ok', rejected: 'stop', removed: 'idle' }

type Item = WholeRequest['items'][number]

/** How the purpose fits what each dataset may be used for. */
function Uses({ t, language, request }: Props) {
  const there = request.items.filter(({ state }) => state !== 'removed')
  if (there.length === 0) return null
  return (
    <section className="mt-4 border-t border-line pt-3">
      <h3 className="mb-2">{t('use.live')}</h3>
      <UseOf t={t} language={language} items={there} />
    </section>
  )
}

/** The datasets, what became of each, and how the purpose fits them. */
export function RequestItems({ t, language, request }: Props) {
  const why: Column<Item> = {
    key: 'why',
    label: t('requests.column.why'),
    long: true,
    cell: ({ ground, reason }) => (ground ? `${wordFor(t, 'ground', ground)}. ${reason ?? ''}` : '–'),
  }
  const columns: Column<Item>[] = [
    {
      key: 'dataset',
      label: t('requests.column.dataset'),
      cell: ({ slug, title }) => (
        <>
          <a href={`/datasets/${slug}`}>{slug}</a>
          <span className="block text-sm font-normal text-soft" lang="en">
            {title}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      label: t('requests.column.state'),
      cell: ({ state }) => <StateBadge tone={itemTones[state] ?? 'idle'}>{wordFor(t, 'item', state)}</StateBadge>,
    },
    ...(request.items.some(({ ground }) => ground !== null) ? [why] : []),
    { key: 'flow', label: t('requests.column.workflow'), cell: ({ workflow }) => workflow.name },
  ]
  return (
    <Panel title={t('requests.items')}>
      <Table
        caption={t('requests.items')}
        hideCaption
        columns={columns}
        rows={request.items}
        rowKey={({ datasetId }) => datasetId}
        empty={<p className="text-soft">{t('requests.items.none')}</p>}
      />
      <Uses t={t} language={language} request={request} />
    </Panel>
  )
}
