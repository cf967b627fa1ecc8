import { text } from '@/components/messages'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { PageHeader } from '@/components/ui/page-header'
import type { CountedRelaxation, SearchAnswer } from '@/lib/catalogue/queries/search-catalogue'
import type { Language } from '@/lib/platform/messages'
import { AutoSubmit } from './auto-submit'
import { Facets } from './facets'
import { Results } from './results'
import { SearchBox } from './search-box'
import { Understood } from './understood'

const form = 'search'
const results = 'results'

type Props = { language: Language; answer: SearchAnswer; relax: readonly CountedRelaxation[] }

/** The search: one form, whole without JavaScript; its state stands in the address. `relax`: where nothing was found, what to leave out. */
export function SearchPage({ language, answer, relax }: Props) {
  const t = text(language)
  const kinds = {
    dataset: t('search.suggestion.dataset'),
    modality: t('search.suggestion.modality'),
    organ: t('search.suggestion.organ'),
    keyword: t('search.suggestion.keyword'),
  }
  const words = {
    label: t('search.box'),
    placeholder: t('search.box.placeholder'),
    suggestions: t('search.suggestions'),
    kinds,
  }
  return (
    <>
      <PageHeader title={t('search.title')} lead={t('search.lead')} />
      <search>
        <form id={form} action="/datasets" className="flex gap-2">
          <SearchBox q={answer.corrected?.from ?? answer.state.q} form={form} words={words} />
          <button type="submit" className={`${buttonClass({ look: 'primary' })} h-11`}>
            <Icon name="search" />
            <span className="max-sm:sr-only">{t('search.submit')}</span>
          </button>
        </form>
        <Understood language={language} query={answer.understood} />
        <Help language={language} />
      </search>
      <div className="mt-5 grid items-start gap-x-8 gap-y-5 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <Facets language={language} facets={answer.facets} form={form} />
        <Results language={language} answer={answer} relax={relax} form={form} id={results} />
      </div>
      <AutoSubmit form={form} results={results} />
    </>
  )
}

const hints = ['words', 'phrase', 'not', 'field'] as const

function Help({ language }: { language: Language }) {
  const t = text(language)
  return (
    <details className="mt-2 text-sm">
      <summary className="inline-block text-accent hover:underline">{t('search.help')}</summary>
      <ul className="mt-1 grid gap-1 text-soft">
        {hints.map((hint) => (
          <li key={hint}>{t.rich(`search.help.${hint}`, { c: (chunks) => <code>{chunks}</code> })}</li>
        ))}
        <li className="needs-script">{t.rich('search.help.key', { k: (chunks) => <Kbd>{chunks}</Kbd> })}</li>
      </ul>
    </details>
  )
}
