'use client'
import type { ComponentProps } from 'react'
import { Icon } from '@/components/ui/icon'
import { Menu } from '@/components/ui/menu'
import type { Language } from '@/lib/platform/messages'
import { LanguageSwitch } from './language-switch'
import { Logo } from './logo'
import { MainNav } from './main-nav'
import { PaletteTrigger } from './palette-trigger'
import { PersonMenu } from './person-menu'
import type { SessionPerson } from './session'
import { ThemeToggle } from './theme-switch'

interface Words {
  name: string
  nav: string
  menu: string
  hub: string
  theme: string
  language: string
  labels: ComponentProps<typeof MainNav>['labels']
  palette: ComponentProps<typeof PaletteTrigger>['labels']
  own: ComponentProps<typeof PersonMenu>['labels']
}

type Props = { language: Language; words: Words; person?: SessionPerson | null }

/** The header as it is drawn. Sent as what it says, not as elements: drawn once on the server, where elements would be drawn twice. */
export function HeaderBar({ language, words, person }: Props) {
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-panel">
      <div className="flex h-14 items-center gap-x-3 px-4 sm:gap-x-6 sm:px-8">
        <a
          href="/"
          className="flex items-center gap-2.5 font-semibold tracking-tight whitespace-nowrap text-ink no-underline"
        >
          <Logo className="size-6 text-accent" />
          {words.name}
        </a>
        <nav aria-label={words.nav} className="flex-1 self-stretch max-lg:hidden">
          <MainNav
            labels={words.labels}
            person={person}
            together={words.hub}
            className="flex h-full gap-3 text-sm xl:gap-5 xl:text-base"
          />
        </nav>
        <div className="ml-auto flex items-center gap-2 lg:gap-3">
          <PaletteTrigger labels={words.palette} />
          <div className="flex items-center gap-3 max-lg:hidden">
            <ThemeToggle label={words.theme} />
            <LanguageSwitch language={language} word={words.language} />
          </div>
          <PersonMenu labels={words.own} person={person} />
          <PhoneMenu language={language} words={words} person={person} />
        </div>
      </div>
    </header>
  )
}

function PhoneMenu({ language, words, person }: Props) {
  return (
    <Menu
      className="lg:hidden"
      label={words.menu}
      summary={<Icon name="menu" className="size-5" />}
      summaryClass="grid size-9 place-items-center rounded-md"
      panelClass="absolute inset-x-0 top-full border-y border-line bg-panel px-4 py-3 shadow-raised"
    >
      <nav aria-label={words.nav}>
        <MainNav labels={words.labels} person={person} className="grid" />
      </nav>
      <div className="mt-2 flex items-center justify-between border-t border-line pt-2">
        <LanguageSwitch language={language} word={words.language} />
        <ThemeToggle label={words.theme} />
      </div>
    </Menu>
  )
}
