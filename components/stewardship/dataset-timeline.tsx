import type { Text } from '@/components/messages'
import { formatDateTime } from '@/components/ui/format'
import { Timeline } from '@/components/ui/lists'
import type { TimelineEntry } from '@/lib/catalogue/queries/stewarded-dataset'

function fieldName(t: Text, field: string): string {
  const key = `catalogue.field.${field}`
  return t.has(key) ? t(key) : field
}

/** What the journal says of a dataset, the latest first, with the words that stand beside it. */
export function DatasetTimeline({ t, timeline }: { t: Text; timeline: readonly TimelineEntry[] }) {
  const happenings = timeline.map(({ id, type, at, by, version, fields, words }) => {
    const key = `stewardship.event.${type.replace('catalogue.', '')}`
    const named = fields.map((field) => fieldName(t, field))
    return {
      key: id,
      title: t.has(key) ? t(key, { version: version ?? '' }) : type,
      about: (
        <>
          <span className="block">
            {formatDateTime(at)} · {by ?? t('stewardship.system')}
          </span>
          {named.length > 0 && <span className="block">{named.join(', ')}</span>}
          {words && <span className="block">“{words}”</span>}
        </>
      ),
      tone: type === 'catalogue.dataset-withdrawn' ? ('stop' as const) : ('done' as const),
    }
  })
  return <Timeline happenings={happenings} />
}
