'use client'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { Language } from '@/lib/platform/messages'
import { failureMessages } from './failure-messages'

type Props = { language: Language; error: unknown; retry: () => void }

/** The digest under which the server's log has the error; errors that were thrown in the browser have none. */
const referenceOf = (error: unknown) =>
  error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null

/** What an error page says: what happened, what was kept, what to do, and the reference to give when asking. */
export function Failure({ language, error, retry }: Props) {
  const table = failureMessages[language]
  const reference = referenceOf(error)
  return (
    <section role="alert" className="max-w-[62ch] py-8">
      <Icon name="alert" className="size-8 text-red" />
      <h1 className="mt-2">{table['failure.title']}</h1>
      <ul className="mt-4 grid gap-2">
        <li>{table['failure.happened']}</li>
        <li>{table['failure.kept']}</li>
        <li>{table['failure.todo']}</li>
      </ul>
      {reference && (
        <p className="mt-4 text-sm text-soft">
          {table['failure.reference']} <code className="rounded-sm bg-sunken px-1.5 py-0.5 text-ink">{reference}</code>
        </p>
      )}
      <p className="mt-6 flex items-center gap-4">
        <Button look="primary" onClick={retry}>
          {table['failure.retry']}
        </Button>
        <a href="/">{table['failure.home']}</a>
      </p>
    </section>
  )
}
