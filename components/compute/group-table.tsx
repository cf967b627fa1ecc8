import { type MessageKey, text } from '@/components/messages'
import { formatNumber } from '@/components/ui/format'
import { NotStated } from '@/components/ui/lists'
import { type Column, Table } from '@/components/ui/table'
import { StateBadge } from '@/components/ui/tag'
import type { Language } from '@/lib/platform/messages'
import { formatBytes } from '@/lib/platform/size'
import type { Figures } from './use-figures'

type Group = Figures['groups'][number]

/** The projects that book, as on the sheet that the portal took the place of: who leads each, its budget, what it uses, its quota. */
export function GroupTable({ language, groups }: { language: Language; groups: readonly Group[] }) {
  const t = text(language)
  const number = (value: number) => formatNumber(value, language)
  const columns: Column<Group>[] = [
    { key: 'name', label: t('compute.holder'), cell: ({ name }) => name },
    { key: 'pi', label: t('compute.figures.group.pi'), cell: ({ pi }) => pi ?? <NotStated language={language} /> },
    {
      key: 'type',
      label: t('compute.figures.group.type'),
      cell: ({ type }) => t(`projects.kind.${type}` as MessageKey),
    },
    { key: 'budget', label: t('compute.figures.group.budget'), numeric: true, cell: ({ budget }) => number(budget) },
    {
      key: 'used',
      label: t('compute.figures.group.used'),
      numeric: true,
      cell: ({ used, budget }) =>
        used > budget ? (
          <StateBadge tone="stop" icon="alert">
            {number(used)} {t('compute.figures.group.over')}
          </StateBadge>
        ) : (
          number(used)
        ),
    },
    {
      key: 'quota',
      label: t('compute.figures.group.quota'),
      numeric: true,
      cell: ({ quotaBytes }) => (quotaBytes === 0 ? '–' : formatBytes(quotaBytes, language)),
    },
  ]
  const empty = <p className="text-soft">{t('compute.figures.group.none')}</p>
  const title = t('compute.figures.group')
  return <Table caption={title} hideCaption columns={columns} rows={groups} rowKey={({ slug }) => slug} empty={empty} />
}
