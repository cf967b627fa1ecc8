import { UseVerdict } from '@/components/access/duo/use-verdict'
import type { Text } from '@/components/messages'
import type { WholeRequest } from '@/lib/access/queries/request'
import type { Language } from '@/lib/platform/messages'
import { wordFor } from './words'

type Item = WholeRequest['items'][number]

/** Whether a purpose conflicts with a dataset's conditions of use, now or when it was submitted, and nobody let it pass. */
export const isInConflict = ({ use, useFit, useResolved }: Item): boolean =>
  (useFit === 'conflicts' || use?.verdict === 'conflicts') && !useResolved

type Props = { t: Text; language: Language; items: readonly Item[] }

/** How the purpose fits each dataset at this moment, with every reason; where it was otherwise at submission, that too. */
export function UseOf({ t, language, items }: Props) {
  return (
    <ul className="grid gap-4">
      {items
        .filter(({ state }) => state !== 'removed')
        .map(({ slug, use, useFit, useResolved }) => (
          <li key={slug}>
            <p className="mb-1 font-medium">{slug}</p>
            {use && <UseVerdict t={t} language={language} verdict={use.verdict} reasons={use.reasons} />}
            {useFit && use && useFit !== use.verdict && (
              <p className="mt-1.5 text-sm text-soft">
                {t('use.then', { word: wordFor(t, 'use', useFit) })}. {t('use.changed')}
              </p>
            )}
            {useResolved && (
              <p className="mt-1.5 text-sm">
                {t('requests.use.resolved')}: {useResolved}
              </p>
            )}
          </li>
        ))}
    </ul>
  )
}
