import { Fragment } from 'react'
import type { Text } from '@/components/messages'
import { differenceOf, type Part } from './difference'

/** Added words are underlined, removed ones struck, and both are told in words to who does not see it. */
function Words({ t, part }: { t: Text; part: Part }) {
  if (part.kind === 'same') return <span className="text-soft">{part.text}</span>
  const said = <span className="sr-only">{t(`agreements.changes.${part.kind}`)} </span>
  const end = <span className="sr-only"> ({t('agreements.changes.end')}) </span>
  return part.kind === 'added' ? (
    <ins className="bg-green-soft decoration-2 underline-offset-4">
      {said}
      {part.text}
      {end}
    </ins>
  ) : (
    <del className="bg-red-soft decoration-2">
      {said}
      {part.text}
      {end}
    </del>
  )
}

type Props = { t: Text; before: string; after: string; lang: string }

/** What changed between two versions of a text, in the reader's language. */
export function Changes({ t, before, after, lang }: Props) {
  const passages = differenceOf(before, after)
  if (passages.every(({ kind }) => kind === 'same')) return <p>{t('agreements.changes.none')}</p>
  return (
    <>
      <p className="mb-3 text-sm text-soft">{t('agreements.changes.legend')}</p>
      <div lang={lang} className="max-w-[75ch]">
        {passages.map((passage, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: passages have no name and stand in a fixed order
          <p key={at} className="my-2 whitespace-pre-line">
            {passage.kind === 'same' ? (
              <span className="text-soft">{passage.text}</span>
            ) : (
              passage.parts.map((part, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor have their parts
                <Fragment key={i}>
                  <Words t={t} part={part} />
                </Fragment>
              ))
            )}
          </p>
        ))}
      </div>
    </>
  )
}
