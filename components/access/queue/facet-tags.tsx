import { wordFor } from '@/components/access/request/words'
import type { Text } from '@/components/messages'
import { formatNumber } from '@/components/ui/format'
import { Tag } from '@/components/ui/tag'
import type { RequestQueue } from '@/lib/access/queries/queue'
import { type Filter, queryOf } from '@/lib/access/rules/queue'
import { states } from '@/lib/access/rules/states'
import { turns } from '@/lib/access/rules/turn'
import type { Language } from '@/lib/platform/messages'

type Props = { t: Text; language: Language; filter: Filter } & Pick<RequestQueue, 'facets' | 'processing'>

/** The address of the queue with this filter. */
export const queueAddress = (filter: Filter, cursor?: string): string => {
  const query = [queryOf(filter), ...(cursor ? [`cursor=${encodeURIComponent(cursor)}`] : [])].filter(Boolean).join('&')
  return query ? `/requests/queue?${query}` : '/requests/queue'
}

const toggled = (all: readonly string[], one: string) =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one]

type OneProps = { language: Language; on: boolean; href: string; count: number | undefined; children: string }

/** One choice with how many it leaves. */
const Facet = ({ language, on, href, count, children }: OneProps) => (
  <Tag on={on} href={href}>
    {children}
    {count !== undefined && <span className="font-semibold">{formatNumber(count, language)}</span>}
  </Tag>
)

/** By how far the hub has come: the processing states that some request is in, or that are chosen. */
function Processing({ t, language, filter, facets, processing }: Props) {
  const there = processing.filter(({ id }) => facets?.processing[id] !== undefined || filter.processing.includes(id))
  if (there.length === 0) return null
  return (
    <nav aria-label={t('queue.processing')} className="flex flex-wrap gap-2">
      {there.map(({ id, ...name }) => (
        <Facet
          key={id}
          language={language}
          on={filter.processing.includes(id)}
          href={queueAddress({ ...filter, processing: toggled(filter.processing, id) })}
          count={facets?.processing[id]}
        >
          {name[language]}
        </Facet>
      ))}
    </nav>
  )
}

/** By state, by whose turn it is, what is the reader's and what is late: each choice a link, with its count where that is cheap. */
export function QueueFacets(props: Props) {
  const { t, language, filter, facets } = props
  const there = <Value extends string>(values: readonly Value[], of: 'state' | 'turn') =>
    values.filter((value) => !facets || facets[of][value as never] !== undefined || filter[of].includes(value))
  const count = (of: 'state' | 'turn', value: string) => facets?.[of][value as never] as number | undefined
  return (
    <div className="mb-4 grid gap-2">
      <nav aria-label={t('queue.turns')} className="flex flex-wrap gap-2">
        <Facet
          language={language}
          on={filter.mine}
          href={queueAddress({ ...filter, mine: !filter.mine })}
          count={facets?.mine}
        >
          {t('queue.mine')}
        </Facet>
        <Facet
          language={language}
          on={filter.overdue}
          href={queueAddress({ ...filter, overdue: !filter.overdue })}
          count={facets?.overdue}
        >
          {t('queue.overdue')}
        </Facet>
        {there(turns, 'turn').map((one) => (
          <Facet
            key={one}
            language={language}
            on={filter.turn.includes(one)}
            href={queueAddress({ ...filter, turn: toggled(filter.turn, one) })}
            count={count('turn', one)}
          >
            {wordFor(t, 'turn', one)}
          </Facet>
        ))}
      </nav>
      <nav aria-label={t('queue.states')} className="flex flex-wrap gap-2">
        {there(
          states.filter((one) => one !== 'draft'),
          'state',
        ).map((one) => (
          <Facet
            key={one}
            language={language}
            on={filter.state.includes(one)}
            href={queueAddress({ ...filter, state: toggled(filter.state, one) })}
            count={count('state', one)}
          >
            {wordFor(t, 'state', one)}
          </Facet>
        ))}
      </nav>
      <Processing {...props} />
    </div>
  )
}
