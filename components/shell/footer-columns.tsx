'use client'
import type { Language } from '@/lib/platform/messages'
import { LanguageSwitch } from './language-switch'
import { ThemeChoice, type ThemeWords } from './theme-switch'

type Link = readonly [href: string, word: string]

interface Props {
  language: Language
  words: { name: string; about: string; display: string; language: string; themes: ThemeWords }
  columns: readonly { title: string; links: readonly Link[] }[]
}

const title = 'mb-2 text-sm font-medium text-ink'

/** The footer as it is drawn. Sent as what it says, not as elements: drawn once on the server, where elements would be drawn twice. */
export function FooterColumns({ language, words, columns }: Props) {
  return (
    <footer className="border-t border-line text-sm text-soft">
      <div className="mx-auto grid max-w-[1240px] grid-cols-2 gap-8 px-4 py-10 sm:px-8 lg:grid-cols-[2fr_1fr_1fr_1fr]">
        <div className="max-lg:col-span-2">
          <p className="font-semibold text-ink">{words.name}</p>
          <p className="mt-1 max-w-[46ch]">{words.about}</p>
        </div>
        {columns.map((column) => (
          <div key={column.title}>
            <h2 className={title}>{column.title}</h2>
            <ul className="grid">{column.links.map(drawLink)}</ul>
          </div>
        ))}
        <div>
          <h2 className={title}>{words.display}</h2>
          <LanguageSwitch language={language} word={words.language} />
          <ThemeChoice words={words.themes} />
        </div>
      </div>
    </footer>
  )
}

const drawLink = ([href, word]: Link) => (
  <li key={href}>
    <a href={href} className="inline-flex min-h-6.5 items-center no-underline hover:underline">
      {word}
    </a>
  </li>
)
