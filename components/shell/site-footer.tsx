import type { ReactNode } from 'react'
import { text } from '@/components/messages'
import type { Language } from '@/lib/platform/messages'
import { LanguageSwitch } from './language-switch'
import { publicPlaces } from './navigation'
import { ThemeChoice } from './theme-switch'

/** Who runs this, where else to go, and how to be shown it. */
export function SiteFooter({ language }: { language: Language }) {
  const t = text(language)
  return (
    <footer className="border-t border-line text-sm text-soft">
      <div className="mx-auto grid max-w-[1240px] grid-cols-2 gap-8 px-4 py-10 sm:px-8 lg:grid-cols-[2fr_1fr_1fr_1fr]">
        <div className="max-lg:col-span-2">
          <p className="font-semibold text-ink">{t('shell.name')}</p>
          <p className="mt-1 max-w-[46ch]">{t('shell.footer.about')}</p>
        </div>
        <Column title={t('shell.footer.hub')}>
          {publicPlaces.map(({ key, href }) => (
            <FooterLink key={key} href={href}>
              {t(`shell.nav.${key}`)}
            </FooterLink>
          ))}
          <FooterLink href="/agreements">{t('agreements.title')}</FooterLink>
        </Column>
        <Column title={t('shell.footer.machines')}>
          <FooterLink href="/api-reference">{t('shell.footer.api')}</FooterLink>
          <FooterLink href="/api/v1/openapi.json">OpenAPI</FooterLink>
          <FooterLink href="/sitemap.xml">Sitemap</FooterLink>
        </Column>
        <div>
          <h2 className="mb-2 text-sm font-medium text-ink">{t('shell.footer.display')}</h2>
          <LanguageSwitch language={language} />
          <ThemeChoice language={language} />
        </div>
      </div>
    </footer>
  )
}

function Column({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h2 className="mb-2 text-sm font-medium text-ink">{title}</h2>
      <ul className="grid">{children}</ul>
    </div>
  )
}

function FooterLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <li>
      <a href={href} className="inline-flex min-h-6.5 items-center no-underline hover:underline">
        {children}
      </a>
    </li>
  )
}
