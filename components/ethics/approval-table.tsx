import type { Text } from '@/components/messages'
import { formatAge } from '@/components/ui/format'
import { type Column, Table } from '@/components/ui/table'
import type { ApprovalLine } from '@/lib/ethics/queries/approval-lines'
import type { Language } from '@/lib/platform/messages'
import { DeadlineLine } from './deadline-line'
import { EthicsStatusBadge, VersionStateBadge } from './status'

type Props = { t: Text; language: Language; lines: readonly ApprovalLine[]; caption: string; hideProject?: boolean }

/** Approvals with what they count as now, what is on its way, and the next deadline. */
export function ApprovalTable({ t, language, lines, caption, hideProject }: Props) {
  const project: Column<ApprovalLine> = {
    key: 'project',
    label: t('ethics.project'),
    cell: (line) => line.project.name,
  }
  const columns: Column<ApprovalLine>[] = [
    {
      key: 'number',
      label: t('ethics.field.number'),
      cell: ({ id, number, title, amends }) => (
        <>
          <a href={`/ethics/${id}`}>{number}</a>
          <div className="font-normal text-soft">{title}</div>
          {amends && <div className="text-sm font-normal text-soft">{t('ethics.amends', { number: amends })}</div>}
        </>
      ),
    },
    ...(hideProject ? [] : [project]),
    { key: 'status', label: t('ethics.status'), cell: ({ status }) => <EthicsStatusBadge t={t} status={status} /> },
    {
      key: 'version',
      label: t('ethics.on-its-way'),
      cell: ({ version, isWithdrawn }) =>
        version.state === 'verified' || isWithdrawn ? '–' : <VersionStateBadge t={t} state={version.state} />,
    },
    {
      key: 'deadline',
      label: t('ethics.next-deadline'),
      cell: ({ next }) => (next ? <DeadlineLine t={t} language={language} deadline={next} /> : '–'),
    },
  ]
  return <Table caption={caption} hideCaption columns={columns} rows={lines} rowKey={({ id }) => id} />
}

type Waiting = ApprovalLine & { own: boolean }

/** What waits for an ethics officer, with how long it has waited. */
export function QueueTable(props: { t: Text; language: Language; now: Date; lines: readonly Waiting[] }) {
  const { t, language, now, lines } = props
  const columns: Column<Waiting>[] = [
    {
      key: 'number',
      label: t('ethics.field.number'),
      cell: ({ id, number, title, own }) => (
        <>
          <a href={own ? `/ethics/${id}` : `/ethics/${id}/verify`}>{number}</a>
          <div className="font-normal text-soft">{title}</div>
        </>
      ),
    },
    { key: 'project', label: t('ethics.project'), cell: ({ project }) => project.name },
    {
      key: 'what',
      label: t('ethics.queue.what'),
      cell: ({ version, own, amends }) => (
        <>
          {t(version.isChange ? 'ethics.queue.change' : 'ethics.queue.first')}
          {amends && <div className="text-sm text-soft">{t('ethics.amends', { number: amends })}</div>}
          {own && <div className="text-sm text-amber">{t('ethics.queue.own')}</div>}
        </>
      ),
    },
    {
      key: 'since',
      label: t('ethics.queue.since'),
      numeric: true,
      cell: ({ version }) => (version.submittedAt ? formatAge(version.submittedAt, now, language) : '–'),
    },
  ]
  return <Table caption={t('ethics.queue')} hideCaption columns={columns} rows={lines} rowKey={({ id }) => id} />
}
