import { Fragment, type ReactNode } from 'react'
import type { Language } from '@/lib/platform/messages'
import { classes } from './classes'
import { Icon, type IconName } from './icon'
import { messages } from './messages'

type Fact = { term: ReactNode; detail: ReactNode; key?: string }

const isMissing = (detail: ReactNode) => detail === null || detail === undefined || detail === '' || detail === false

/** Facts of a thing, term beside detail. A detail that is missing reads "not stated". */
export function DefinitionList({ facts, language }: { facts: readonly Fact[]; language: Language }) {
  return (
    <dl className="grid gap-x-5 sm:grid-cols-[minmax(8rem,11rem)_minmax(0,1fr)] sm:gap-y-2">
      {facts.map(({ term, detail, key }, at) => (
        <Fragment key={key ?? at}>
          <dt className="text-soft max-sm:text-sm">{term}</dt>
          <dd className="max-sm:mb-2">{isMissing(detail) ? <NotStated language={language} /> : detail}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** Stands for a value that the register does not have. */
export function NotStated({ language }: { language: Language }) {
  return <span className="text-soft">{messages[language]['ui.missing']}</span>
}

export type Happening = { key: string; title: ReactNode; about?: ReactNode; tone?: 'done' | 'next' | 'stop' }

const marks = { done: 'border-accent bg-panel', next: 'border-amber bg-amber', stop: 'border-red bg-red' } as const

/** What happened, newest first by custom; `next` is what is waited for. */
export function Timeline({ happenings }: { happenings: readonly Happening[] }) {
  return (
    <ol className="ml-1.5 border-l-2 border-line text-sm">
      {happenings.map(({ key, title, about, tone = 'done' }) => (
        <li key={key} className="relative pb-4 pl-5 last:pb-0">
          <span className={classes('absolute top-1 -left-[7px] size-3 rounded-full border-2', marks[tone])} />
          <div className={classes(tone === 'next' && 'font-medium')}>{title}</div>
          {about && <div className="text-soft">{about}</div>}
        </li>
      ))}
    </ol>
  )
}

export type Check = { key: string; verdict: 'ok' | 'no' | 'soon'; text: ReactNode; aside?: ReactNode }

const verdicts = {
  ok: { icon: 'check', colour: 'text-green' },
  no: { icon: 'cross', colour: 'text-red' },
  soon: { icon: 'alert', colour: 'text-amber' },
} as const satisfies Record<Check['verdict'], { icon: IconName; colour: string }>

/** What something rests on, each condition with its verdict in word, sign and colour, and its evidence aside. */
export function Checklist({ checks, language }: { checks: readonly Check[]; language: Language }) {
  return (
    <ul>
      {checks.map(({ key, verdict, text, aside }) => (
        <li key={key} className="flex flex-wrap gap-x-2.5 border-b border-line py-2 last:border-b-0">
          <Icon name={verdicts[verdict].icon} className={classes('mt-1 size-4', verdicts[verdict].colour)} />
          <span className="sr-only">{messages[language][`ui.check.${verdict}`]} </span>
          <span className="min-w-0 flex-1 basis-56">{text}</span>
          {aside && <span className="text-soft max-sm:basis-full max-sm:pl-6.5">{aside}</span>}
        </li>
      ))}
    </ul>
  )
}
