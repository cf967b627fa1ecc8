import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { readable, SavedSearchPanel } from '@/components/priorities/saved-search'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice-fields'
import { EmptyState, Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-fields'
import { savedSearches } from '@/lib/catalogue/queries/saved-searches'
import { isEmptySearch, parseSearch, printSearch } from '@/lib/catalogue/rules/search/state'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { change, endFeed, makeFeed, remove, save } from './actions'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('saved.title') }
}

/** The search whose parameters this page's address carries, to be named and kept. */
function Saving({ language, query }: { language: Language; query: string }) {
  const t = text(language)
  const words = readable(query)
  return (
    <Panel title={t('saved.save')}>
      <p className="mb-4 break-words text-soft">{t('saved.save.text', { query: words })}</p>
      <ActionForm action={save} language={language} submit={t('saved.save')} look="primary">
        <input type="hidden" name="query" value={query} />
        <TextInput name="name" label={t('saved.name')} defaultValue={words.slice(0, 100)} maxLength={100} />
        <Checkbox name="mail" label={t('saved.mail')} defaultChecked />
      </ActionForm>
    </Panel>
  )
}

export default async function SavedSearchesPage({ searchParams }: Props) {
  const [ctx, parameters] = await Promise.all([requestContext(), searchParams])
  const { language } = ctx
  const t = text(language)
  const state = { ...parseSearch(parameters), cursor: null }
  const wanted = isEmptySearch(state) ? null : printSearch(state)
  const all = await show(savedSearches(ctx, {}), `/saved-searches${wanted === null ? '' : `?${wanted}`}`)
  const acts = { change, makeFeed, endFeed, remove }
  return (
    <>
      <PageHeader title={t('saved.title')} lead={t('saved.lead')} />
      <div className="grid gap-5">
        {parameters.done === 'saved' && (
          <Notice tone="ok" live>
            {t('saved.saved')}
          </Notice>
        )}
        {wanted !== null && <Saving language={language} query={wanted} />}
        {all.length === 0 && wanted === null && (
          <EmptyState title={t('saved.none')} action={<LinkButton href="/datasets">{t('saved.search')}</LinkButton>}>
            {t('saved.none.text')}
          </EmptyState>
        )}
        {all.map((saved) => (
          <SavedSearchPanel key={saved.id} language={language} saved={saved} acts={acts} />
        ))}
      </div>
    </>
  )
}
