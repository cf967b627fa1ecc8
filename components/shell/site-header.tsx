import { text } from '@/components/messages'
import type { Language } from '@/lib/platform/messages'
import { HeaderBar } from './header-bar'
import type { PaletteLabels } from './palette-labels'
import type { SessionPerson } from './session'

type Props = { language: Language; person?: SessionPerson | null }

function labelsOf(language: Language) {
  const t = text(language)
  return {
    datasets: t('shell.nav.datasets'),
    metrics: t('shell.nav.metrics'),
    priorities: t('shell.nav.priorities'),
    projects: t('shell.nav.projects'),
    account: t('shell.nav.account'),
    requests: t('shell.nav.requests'),
    compute: t('shell.nav.compute'),
    ethics: t('shell.nav.ethics'),
    machines: t('shell.nav.machines'),
    stewardship: t('shell.nav.stewardship'),
    administration: t('shell.nav.administration'),
  }
}

function paletteOf(language: Language, places: PaletteLabels['places']): PaletteLabels {
  const t = text(language)
  return {
    open: t('shell.palette.open'),
    placeholder: t('shell.palette.placeholder'),
    all: t('shell.palette.all', { words: '{words}' }),
    none: t('shell.palette.none'),
    offline: t('shell.palette.offline'),
    keys: t('shell.palette.keys'),
    close: t('shell.palette.close'),
    signIn: t('shell.session.sign-in'),
    groups: {
      pages: t('shell.palette.pages'),
      datasets: t('shell.palette.datasets'),
      searches: t('shell.palette.searches'),
    },
    places,
  }
}

/**
 * The header of every page. Where the server knows the person it says so; on prerendered pages `person` is left out
 * and the header asks for itself, showing what everyone sees until then.
 */
export function SiteHeader({ language, person }: Props) {
  const t = text(language)
  const labels = labelsOf(language)
  const words = {
    name: t('shell.name'),
    nav: t('shell.nav.label'),
    menu: t('shell.nav.menu'),
    hub: t('shell.nav.hub'),
    theme: t('shell.theme.switch'),
    language: t('shell.language.other'),
    labels,
    palette: paletteOf(language, labels),
    own: {
      signIn: t('shell.session.sign-in'),
      signOut: t('shell.session.sign-out'),
      account: labels.account,
      saved: t('saved.title'),
    },
  }
  return <HeaderBar language={language} words={words} person={person} />
}
