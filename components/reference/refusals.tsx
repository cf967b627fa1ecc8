import { type MessageKey, table } from '@/components/messages'
import type { Language } from '@/lib/platform/messages'
import { outlineOf } from './outline'

const prefix = 'refusal.'

/** Every code that a problem answer may carry, by the alphabet. */
export const refusalCodes = (): string[] =>
  Object.keys(table.en)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .sort()

/** What each `code` says. The `type` of a problem answer leads to its place here. */
export function Refusals({ language }: { language: Language }) {
  return (
    <dl>
      {refusalCodes().map((code) => (
        <div
          key={code}
          id={code}
          className="grid gap-x-4 border-b border-line py-2 target:bg-accent-soft sm:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]"
        >
          <dt>
            <code className="text-sm break-all">{code}</code>
          </dt>
          <dd className="text-soft">{outlineOf(table[language][`${prefix}${code}` as MessageKey])}</dd>
        </div>
      ))}
    </dl>
  )
}
