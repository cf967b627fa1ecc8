import { filterBox } from '@/components/identity/filter-box'
import type { Text } from '@/components/messages'
import { Button, LinkButton } from '@/components/ui/button'
import type { RequestQueue } from '@/lib/access/queries/queue'
import type { Filter } from '@/lib/access/rules/queue'

type Props = { t: Text; filter: Filter; workflows: RequestQueue['workflows'] }

function Choice(props: {
  label: string
  name: string
  value: string
  options: readonly (readonly [string, string])[]
}) {
  const { label, name, value, options } = props
  return (
    <label className="grid min-w-0 gap-1 font-medium">
      {label}
      <select name={name} defaultValue={value} className={filterBox}>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What is chosen by the tags above stays chosen when the form is sent. */
function Kept({ filter: { state, turn, processing, mine, overdue } }: Pick<Props, 'filter'>) {
  return (
    <>
      {state.map((one) => (
        <input key={one} type="hidden" name="state" value={one} />
      ))}
      {turn.map((one) => (
        <input key={one} type="hidden" name="turn" value={one} />
      ))}
      {processing.map((one) => (
        <input key={one} type="hidden" name="processing" value={one} />
      ))}
      {mine && <input type="hidden" name="mine" value="true" />}
      {overdue && <input type="hidden" name="overdue" value="true" />}
    </>
  )
}

/** Words, dataset, workflow, day, what of it and in which order: sent by the browser, the answer has an address. */
export function QueueFilterForm({ t, filter, workflows }: Props) {
  const { q, dataset, workflow, waitingSince, show, order } = filter
  return (
    <form action="/requests/queue" className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <Kept filter={filter} />
      <label className="grid min-w-0 gap-1 font-medium">
        {t('queue.words')}
        <input type="search" name="q" maxLength={200} defaultValue={q} className={filterBox} />
      </label>
      <label className="grid min-w-0 gap-1 font-medium">
        {t('queue.dataset')}
        <input name="dataset" maxLength={64} defaultValue={dataset} className={filterBox} />
      </label>
      <Choice
        label={t('queue.workflow')}
        name="workflow"
        value={workflow ?? ''}
        options={[['', t('queue.any')], ...workflows.map(({ id, name }) => [id, name] as const)]}
      />
      <label className="grid min-w-0 gap-1 font-medium">
        {t('queue.since')}
        <input type="date" name="waitingSince" defaultValue={waitingSince} className={filterBox} />
      </label>
      <Choice
        label={t('queue.show')}
        name="show"
        value={show ?? ''}
        options={[
          ['', t('queue.show.default')],
          ['waiting', t('queue.show.waiting')],
          ['all', t('queue.show.all')],
        ]}
      />
      <Choice
        label={t('queue.order')}
        name="order"
        value={order}
        options={[
          ['longest', t('queue.order.longest')],
          ['latest', t('queue.order.latest')],
        ]}
      />
      <p className="flex flex-wrap gap-3 sm:col-span-full">
        <Button type="submit" look="primary">
          {t('queue.find')}
        </Button>
        <LinkButton href="/requests/queue">{t('queue.reset')}</LinkButton>
      </p>
    </form>
  )
}
