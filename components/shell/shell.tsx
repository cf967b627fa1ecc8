import type { ReactNode } from 'react'
import { text } from '@/components/messages'
import { SkipLink } from '@/components/ui/skip-link'
import type { Language } from '@/lib/platform/messages'
import { DemoBanner } from './demo-banner'
import type { SessionPerson } from './session'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'

type Props = { language: Language; demonstration: boolean; person?: SessionPerson | null; children: ReactNode }

/** What stands around every page. The page brings its own width by being put into `main`. */
export function Shell({ language, demonstration, person, children }: Props) {
  return (
    <>
      <SkipLink>{text(language)('shell.skip')}</SkipLink>
      {demonstration && <DemoBanner language={language} />}
      <SiteHeader language={language} person={person} />
      <main id="main" tabIndex={-1} className="mx-auto min-h-[70vh] w-full max-w-[1240px] px-4 py-6 sm:px-8 sm:py-8">
        {children}
      </main>
      <SiteFooter language={language} />
    </>
  )
}
