import type { Text } from '@/components/messages'
import { DefinitionList } from '@/components/ui/lists'
import type { OneApproval } from '@/lib/ethics/queries/one-approval'
import type { EthicsStatus } from '@/lib/ethics/rules/status'
import type { Language } from '@/lib/platform/messages'
import { DeadlineLine } from './deadline-line'
import { EthicsStatusBadge } from './status'
import { datasetWords } from './values'

type Cited = { id: string; number: string; status: EthicsStatus }

const CitedLink = ({ t, cited, linked }: { t: Text; cited: Cited; linked: boolean }) => (
  <span className="flex flex-wrap items-baseline gap-x-3">
    {linked ? (
      <a href={`/ethics/${cited.id}`} className="inline-flex min-h-6 items-center">
        {cited.number}
      </a>
    ) : (
      cited.number
    )}
    <EthicsStatusBadge t={t} status={cited.status} />
  </span>
)

type Standing = Pick<
  OneApproval,
  | 'status'
  | 'effective'
  | 'deadlines'
  | 'amends'
  | 'amendments'
  | 'replaces'
  | 'supersededBy'
  | 'supersededAt'
  | 'isToBeReplaced'
  | 'datasets'
>
type Props = {
  t: Text
  language: Language
  approval: Standing
  /** Whether the reader can open the approvals around it. */
  linked?: boolean
}

/** What is to take its place, and from when. */
function toBeReplaced({ t, approval: { supersededBy, supersededAt }, linked }: Omit<Required<Props>, 'language'>) {
  const from = supersededAt
    ? t('ethics.around.from', { day: supersededAt.toISOString().slice(0, 10) })
    : t('ethics.around.from.unknown')
  const detail = supersededBy && (
    <>
      <CitedLink t={t} cited={supersededBy} linked={linked} />
      <p className="text-sm text-soft">{from}</p>
    </>
  )
  return [{ key: 'to-be-replaced', term: t('ethics.around.to-be-replaced'), detail }]
}

/** What an approval is worth now, with what amends it, until when, under which conditions, and for which datasets. */
export function StandingPanel({ t, language, approval, linked = true }: Props) {
  const { status, effective, deadlines, amends, amendments, replaces, supersededBy, isToBeReplaced, datasets } =
    approval
  const covered = datasets.filter(({ id }) => effective?.datasetIds.includes(id))
  const cited = (key: 'amends' | 'replaces' | 'superseded-by', one: Cited | null) =>
    one ? [{ key, term: t(`ethics.around.${key}`), detail: <CitedLink t={t} cited={one} linked={linked} /> }] : []
  const facts = [
    { key: 'status', term: t('ethics.status'), detail: <EthicsStatusBadge t={t} status={status} /> },
    ...cited('amends', amends),
    ...cited('replaces', replaces),
    ...(isToBeReplaced ? [] : cited('superseded-by', supersededBy)),
    ...(isToBeReplaced ? toBeReplaced({ t, approval, linked }) : []),
    ...(amendments.length > 0
      ? [
          {
            key: 'amendments',
            term: t('ethics.around.amendments'),
            detail: (
              <ul>
                {amendments.map((one) => (
                  <li key={one.id}>
                    <CitedLink t={t} cited={one} linked={linked} />
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    ...deadlines.map((deadline) => ({
      key: deadline.kind,
      term: t('ethics.deadline'),
      detail: <DeadlineLine t={t} language={language} deadline={deadline} />,
    })),
    ...(effective?.conditions ?? []).map((condition, at) => ({
      key: `condition-${at}`,
      term: t('ethics.field.conditions'),
      detail: <span className="whitespace-pre-line">{condition}</span>,
    })),
    ...(effective
      ? [
          {
            key: 'covered',
            term: t('ethics.covered'),
            detail: covered.map((one) => datasetWords(t, one)).join(', ') || t('ethics.covered.none'),
          },
        ]
      : []),
  ]
  return <DefinitionList facts={facts} language={language} />
}
