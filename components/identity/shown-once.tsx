'use client'
import { CopyButton } from '@/components/ui/copy-button'
import { useFormState } from '@/components/ui/form-context'
import { Notice } from '@/components/ui/notice'

export type ShownWords = { title: string; copy: string; copied: string }

/** What a form's action made and shows this once: a token, or a list of codes. */
export function ShownOnce({ words }: { words: ShownWords }) {
  const { answer } = useFormState()
  const made = Array.isArray(answer) ? answer.map(String) : tokenOf(answer)
  if (made.length === 0) return null
  return (
    <div className="mb-5">
      <Notice tone="wait" title={words.title} live>
        <ul className="my-2 grid gap-x-6 gap-y-1 font-mono break-all sm:grid-cols-[repeat(auto-fit,minmax(12rem,1fr))]">
          {made.map((text) => (
            <li key={text}>
              <code>{text}</code>
            </li>
          ))}
        </ul>
        <CopyButton text={made.join('\n')} label={words.copy} copied={words.copied} />
      </Notice>
    </div>
  )
}

const tokenOf = (answer: unknown): string[] =>
  typeof answer === 'object' && answer !== null && 'token' in answer ? [String(answer.token)] : []
