import '../globals.css'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { text } from '@/components/messages'
import { ThemeScript } from '@/components/shell/theme-script'
import { env } from '@/lib/platform/env'
import { isLanguage } from '@/lib/platform/messages'

type Props = { children: ReactNode; params: Promise<{ language: string }> }

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#141b1b' },
  ],
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language } = await params
  if (!isLanguage(language)) return {}
  const t = text(language)
  return {
    // What a preview of a link needs is asked for by other machines, at a whole address.
    metadataBase: new URL(env().PORTAL_ORIGIN),
    title: { default: t('shell.name'), template: `%s · ${t('shell.name')}` },
    description: t('shell.description'),
    applicationName: t('shell.name'),
    icons: {
      icon: [
        { url: '/icon.svg', type: 'image/svg+xml' },
        { url: '/favicon.ico', sizes: '32x32' },
      ],
      apple: '/apple-icon.png',
    },
    openGraph: {
      siteName: t('shell.name'),
      type: 'website',
      images: [{ url: '/social.png', width: 1200, height: 630 }],
    },
  }
}

/** The document around everything. Reads neither cookies nor headers, so that the pages in it can be prerendered. */
export default async function RootLayout({ children, params }: Props) {
  const { language } = await params
  if (!isLanguage(language)) notFound()
  return (
    // theme.js puts the chosen theme on the element before React looks at it
    <html lang={language} className={GeistSans.variable} suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body>{children}</body>
    </html>
  )
}
