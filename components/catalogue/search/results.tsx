import { text } from '@/components/messages'
import { buttonClass } from '@/components/ui/button'
import type { CountedRelaxation, SearchAnswer } from '@/lib/catalogue/queries/search-catalogue'
import { isEmptySearch, printSearch, searchAddress } from '@/lib/catalogue/rules/search/state'
import { sortOrders } from '@/lib/catalogue/schema/search'
import type { Language } from '@/lib/platform/messages'
import { Chips } from './chips'
import { rowOf } from './hit'
import { HitRows } from './hit-rows'
import { NothingFound } from './nothing-found'

type Props = { language: Language; answer: SearchAnswer; relax: readonly CountedRelaxation[]; form: string; id: string }

const compare = 'compare'

/** How many there are, the filters in force, the order, and one page of hits. */
export function Results({ language, answer, relax, form, id }: Props) {
  const t = text(language)
  const { total, items, state, facets } = answer
  const count = total.value
  return (
    <section id={id} aria-label={t('search.results')} className="min-w-0 aria-busy:opacity-60">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line pb-3">
        <h2 className="text-base font-medium">
          <span role="status">
            {total.relation === 'exact' ? t('search.found', { count }) : t('search.found.about', { count })}
          </span>
        </h2>
        <Chips language={language} state={state} facets={facets} />
        <Sort language={language} answer={answer} form={form} />
      </div>
      {answer.corrected && (
        <p className="mt-3">
          {t.rich('search.corrected', { ...answer.corrected, b: (chunks) => <strong>{chunks}</strong> })}
        </p>
      )}
      {total.relation === 'about' && <p className="mt-2 text-sm text-soft">{t('search.about')}</p>}
      {items.length === 0 && state.cursor === null ? (
        <div className="mt-6">
          <NothingFound language={language} relax={relax} />
        </div>
      ) : (
        <>
          <HitRows
            rows={items.map((hit) => rowOf(hit, language))}
            compare={items.length > 1 ? { form: compare, word: t('search.hit.compare') } : undefined}
          />
          <Pages language={language} answer={answer} />
          <Keep language={language} state={state} />
        </>
      )}
    </section>
  )
}

/** Where this search can be kept, so that its person hears of what is new in it. */
function Keep({ language, state }: { language: Language; state: SearchAnswer['state'] }) {
  if (isEmptySearch(state)) return null
  return (
    <p className="mt-4">
      <a href={`/saved-searches?${printSearch({ ...state, cursor: null })}`}>{text(language)('saved.save')}</a>
    </p>
  )
}

function Sort({ language, answer, form }: Omit<Props, 'id' | 'relax'>) {
  const t = text(language)
  const { state, understood } = answer
  const usual = understood.terms.length > 0 ? 'relevance' : 'newest'
  const orders = sortOrders.filter((order) => order !== 'relevance' || usual === 'relevance')
  return (
    <label className="ml-auto flex items-center gap-2 text-sm text-soft">
      {t('search.sort')}
      <select
        key={`${state.sort}${usual}`}
        name="sort"
        form={form}
        defaultValue={state.sort === usual ? '' : (state.sort ?? '')}
        className="h-8 rounded-md border border-line bg-panel px-2 text-ink"
      >
        {orders.map((order) => (
          <option key={order} value={order === usual ? '' : order}>
            {t(`catalogue.sort.${order}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

function Pages({ language, answer }: { language: Language; answer: SearchAnswer }) {
  const t = text(language)
  const { state, nextCursor, items } = answer
  const steps = [
    ...(state.cursor === null ? [] : [{ rel: 'start', cursor: null, label: t('search.first') }]),
    ...(nextCursor === null ? [] : [{ rel: 'next', cursor: nextCursor, label: t('search.next') }]),
  ]
  return (
    <div className="mt-5 flex flex-wrap items-center gap-3">
      {steps.length > 0 && (
        <nav aria-label={t('search.pages')} className="flex flex-wrap items-center gap-3">
          {steps.map(({ rel, cursor, label }) => (
            <a key={rel} href={searchAddress({ ...state, cursor })} rel={rel} className={buttonClass()}>
              {label}
            </a>
          ))}
        </nav>
      )}
      {nextCursor === null && <p className="text-soft">{t('search.end')}</p>}
      {items.length > 1 && (
        <form id={compare} action="/compare" className="ml-auto">
          <button type="submit" className={buttonClass()}>
            {t('search.compare')}
          </button>
        </form>
      )}
    </div>
  )
}
