import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { EmptyState } from '@/components/ui/notice'
import type { RequestQueue } from '@/lib/access/queries/queue'
import type { Language } from '@/lib/platform/messages'
import { BulkFields } from './bulk-fields'
import { BulkOutcomes } from './bulk-outcomes'
import { QueueKeys } from './queue-keys'
import { QueueTable } from './queue-table'

type Props = {
  t: Text
  language: Language
  now: Date
  queue: RequestQueue
  /** Null to who cannot work many at a time. */
  bulk: FormAction | null
}

const keyWords = (t: Text) => ({
  keys: t('queue.keys'),
  title: t('queue.keys.title'),
  next: t('queue.keys.next'),
  previous: t('queue.keys.previous'),
  select: t('queue.keys.select'),
  open: t('queue.keys.open'),
  help: t('queue.keys.help'),
  everywhere: t('queue.keys.everywhere'),
  everywhereHint: t('queue.keys.everywhere.hint'),
  close: t('queue.keys.close'),
  selectAll: t('queue.select.all'),
})

/** The list of the queue, with the keys that move through it, and for handlers what is done with many at a time. */
export function WorkList({ t, language, now, queue: { items, medians, workflows, processing }, bulk }: Props) {
  const empty = <EmptyState title={t('requests.queue.none')}>{t('requests.queue.none.how')}</EmptyState>
  const selects = bulk !== null
  const table = (
    <QueueTable t={t} language={language} now={now} rows={items} medians={medians} selects={selects} empty={empty} />
  )
  if (items.length === 0 && !bulk) return table
  const list = (
    <QueueKeys words={keyWords(t)} selects={selects && items.length > 0}>
      {table}
    </QueueKeys>
  )
  if (!bulk) return list
  const references = Object.fromEntries(items.map(({ id, reference }) => [id, reference]))
  return (
    <ActionForm action={bulk} language={language} submit={t('queue.bulk.do')} look="plain">
      <BulkOutcomes title={t('queue.outcomes')} references={references} />
      {list}
      {items.length > 0 && <BulkFields t={t} language={language} workflows={workflows} processing={processing} />}
    </ActionForm>
  )
}
