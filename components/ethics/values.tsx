import type { ReactNode } from 'react'
import type { Text } from '@/components/messages'
import { Time } from '@/components/ui/time'
import type { CheckedField, Content } from '@/lib/ethics/rules/fields'
import type { Language } from '@/lib/platform/messages'

export type Named = { readonly id: string; readonly slug: string; readonly title: string | null }

/** A dataset by its title; of one that is hidden now, that it is. */
export const datasetWords = (t: Text, { title }: Named): string => title ?? t('ethics.dataset.hidden')

export type Showing = { t: Text; language: Language; datasets: readonly Named[] }

const days: ReadonlySet<CheckedField> = new Set(['decidedOn', 'legalForceOn', 'startedOn', 'endsOn'])

const countryName = (code: string, language: Language): string =>
  new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code

function datasetLinks(ids: readonly string[], { t, datasets }: Showing): ReactNode {
  return (
    <ul>
      {datasets
        .filter(({ id }) => ids.includes(id))
        .map((one) => (
          <li key={one.slug}>
            {one.title === null ? datasetWords(t, one) : <a href={`/datasets/${one.slug}`}>{one.title}</a>}
          </li>
        ))}
    </ul>
  )
}

/** What a version says in one field, as people read it; null where it says nothing. */
export function shownValue(field: CheckedField, content: Content, showing: Showing): ReactNode {
  const { t, language } = showing
  const value = content[field]
  if (value === null || value.length === 0) return null
  if (field === 'claimedDatasets') return datasetLinks(content.claimedDatasets, showing)
  if (field === 'sites') return content.sites.join(', ')
  if (field === 'country') return countryName(content.country, language)
  if (field === 'decision') return t(`ethics.outcome.${content.decision}`)
  if (days.has(field)) return <Time value={String(value)} language={language} />
  return <span className="whitespace-pre-line">{String(value)}</span>
}
