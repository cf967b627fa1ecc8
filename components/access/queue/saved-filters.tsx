import { OneButtonForm } from '@/components/identity/one-button-form'
import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Tag } from '@/components/ui/tag'
import { TextInput } from '@/components/ui/text-fields'
import type { RequestQueue } from '@/lib/access/queries/queue'
import type { Language } from '@/lib/platform/messages'

type Props = {
  t: Text
  language: Language
  /** The filter that is shown, as its query; empty where none is. */
  query: string
  filters: RequestQueue['filters']
  keep: FormAction
  forget: FormAction
}

/** The filters that the reader keeps, each a link and removable; and the one that is shown, to be kept. */
export function SavedFilters({ t, language, query, filters, keep, forget }: Props) {
  if (filters.length === 0 && query === '') return null
  return (
    <div className="mb-4 grid gap-2">
      {filters.length > 0 && (
        <nav aria-label={t('queue.saved')}>
          <ul className="flex flex-wrap items-center gap-x-5 gap-y-2">
            {filters.map(({ id, name, query: kept }) => (
              <li key={id} className="flex items-center gap-2">
                <Tag on={kept === query} href={kept ? `/requests/queue?${kept}` : '/requests/queue'}>
                  {name}
                </Tag>
                <OneButtonForm action={forget} name="filter" value={id} label={t('queue.forget')} about={name} />
              </li>
            ))}
          </ul>
        </nav>
      )}
      {query !== '' && !filters.some((one) => one.query === query) && (
        <Disclosure summary={t('queue.save')}>
          <ActionForm
            action={keep}
            language={language}
            submit={t('queue.save')}
            look="plain"
            done={t('queue.saved.done')}
          >
            <input type="hidden" name="query" value={query} />
            <TextInput name="name" label={t('queue.save.name')} maxLength={60} width="medium" />
          </ActionForm>
        </Disclosure>
      )}
    </div>
  )
}
