'use client'
import './globals.css'
import { Failure } from '@/components/shell/failure'
import { ThemeScript } from '@/components/shell/theme-script'

/** The last resort, when the layout itself fails. It cannot know the language chosen, so it says all in both. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>AIDA Data Hub</title>
        <ThemeScript />
      </head>
      <body>
        <main className="mx-auto max-w-[1240px] px-4 py-6 sm:px-8">
          <Failure language="en" {...props} />
          <div lang="sv">
            <Failure language="sv" {...props} />
          </div>
        </main>
      </body>
    </html>
  )
}
