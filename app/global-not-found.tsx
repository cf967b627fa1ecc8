import './globals.css'
import { GeistSans } from 'geist/font/sans'
import { Logo } from '@/components/shell/logo'
import { Missing } from '@/components/shell/missing'
import { ThemeScript } from '@/components/shell/theme-script'

export const metadata = { title: '404 · AIDA Data Hub' }

/** For addresses under which the portal has nothing at all. One page for everyone, so it speaks both languages. */
export default function GlobalNotFound() {
  return (
    <html lang="en" className={GeistSans.variable} suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body>
        <header className="flex h-14 items-center border-b border-line bg-panel px-4 sm:px-8">
          <a href="/" className="flex items-center gap-2.5 font-semibold tracking-tight text-ink no-underline">
            <Logo className="size-6 text-accent" />
            AIDA Data Hub
          </a>
        </header>
        <main className="mx-auto grid max-w-[1240px] gap-6 px-4 py-6 sm:grid-cols-2 sm:px-8">
          <Missing language="en" />
          <Missing language="sv" />
        </main>
      </body>
    </html>
  )
}
