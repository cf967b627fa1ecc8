'use client'
import { useFormState } from '@/components/ui/form-context'
import { Notice } from '@/components/ui/notice'

/** What became of one request, as the action words it. */
export type ToldOutcome = {
  readonly id: string
  readonly reference: string | null
  readonly done: boolean
  readonly words: string
}

type Props = { title: string; references: Readonly<Record<string, string>> }

/** What became of each request: those that were done and those that were not, with the reason. */
export function BulkOutcomes({ title, references }: Props) {
  const { answer } = useFormState()
  if (!Array.isArray(answer)) return null
  const outcomes = answer as readonly ToldOutcome[]
  return (
    <div className="mb-4">
      <Notice tone={outcomes.every(({ done }) => done) ? 'ok' : 'wait'} title={title}>
        <ul>
          {outcomes.map(({ id, reference, done, words }) => (
            <li key={id} className={done ? undefined : 'font-medium'}>
              <a href={`/requests/${id}`}>{reference ?? references[id] ?? id}</a>: {words}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
