import type { Language } from '@/lib/platform/messages'
import { LinkButton } from './button'
import { messages } from './messages'

type Props = { language: Language; first?: string; previous?: string; next?: string }

/** Ways through a list that is paged by cursor: only those that lead somewhere are shown. */
export function Pagination({ language, first, previous, next }: Props) {
  if (!first && !previous && !next) return null
  const words = messages[language]
  return (
    <nav aria-label={words['ui.pages.label']} className="mt-6 flex flex-wrap justify-center gap-3">
      {first && <LinkButton href={first}>{words['ui.pages.first']}</LinkButton>}
      {previous && (
        <LinkButton href={previous} rel="prev">
          {words['ui.pages.previous']}
        </LinkButton>
      )}
      {next && (
        <LinkButton href={next} rel="next">
          {words['ui.pages.next']}
        </LinkButton>
      )}
    </nav>
  )
}
