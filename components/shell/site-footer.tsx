import { text } from '@/components/messages'
import type { Language } from '@/lib/platform/messages'
import { FooterColumns } from './footer-columns'
import { publicPlaces } from './navigation'

/** Who runs this, where else to go, and how to be shown it. */
export function SiteFooter({ language }: { language: Language }) {
  const t = text(language)
  const hub = [
    ...publicPlaces.map(({ key, href }) => [href, t(`shell.nav.${key}`)] as const),
    ['/agreements', t('agreements.title')] as const,
  ]
  const machines = [
    ['/api-reference', t('shell.footer.api')],
    ['/api/v1/openapi.json', 'OpenAPI'],
    ['/sitemap.xml', 'Sitemap'],
  ] as const
  const words = {
    name: t('shell.name'),
    about: t('shell.footer.about'),
    display: t('shell.footer.display'),
    language: t('shell.language.other'),
    themes: {
      system: t('shell.theme.system'),
      light: t('shell.theme.light'),
      dark: t('shell.theme.dark'),
      current: t('shell.theme.current'),
    },
  }
  const columns = [
    { title: t('shell.footer.hub'), links: hub },
    { title: t('shell.footer.machines'), links: machines },
  ]
  return <FooterColumns language={language} words={words} columns={columns} />
}
