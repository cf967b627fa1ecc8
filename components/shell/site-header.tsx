import { text } from '@/components/messages'
import { Icon } from '@/components/ui/icon'
import { Menu } from '@/components/ui/menu'
import type { Language } from '@/lib/platform/messages'
import { LanguageSwitch } from './language-switch'
import { Logo } from './logo'
import { MainNav } from './main-nav'
import type { PaletteLabels } from './palette-labels'
import { PaletteTrigger } from './palette-trigger'
import { PersonMenu } from './person-menu'
import type { SessionPerson } from './session'
import { ThemeToggle } from './theme-switch'

type Props = { language: Language; person?: SessionPerson | null }

function labelsOf(language: Language) {
  const t = text(language)
  return {
    datasets: t('shell.nav.datasets'),
    metrics: t('shell.nav.metrics'),
    priorities: t('shell.nav.priorities'),
    account: t('shell.nav.account'),
    compute: t('shell.nav.compute'),
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
  const own = {
    signIn: t('shell.session.sign-in'),
    signOut: t('shell.session.sign-out'),
    account: labels.account,
    saved: t('saved.title'),
  }
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-panel">
      <div className="flex h-14 items-center gap-x-3 px-4 sm:gap-x-6 sm:px-8">
        <a
          href="/"
          className="flex items-center gap-2.5 font-semibold tracking-tight whitespace-nowrap text-ink no-underline"
        >
          <Logo className="size-6 text-accent" />
          {t('shell.name')}
        </a>
        <nav aria-label={t('shell.nav.label')} className="flex-1 self-stretch max-lg:hidden">
          <MainNav labels={labels} person={person} className="flex h-full gap-4 xl:gap-5" />
        </nav>
        <div className="ml-auto flex items-center gap-2 lg:gap-3">
          <PaletteTrigger labels={paletteOf(language, labels)} />
          <div className="flex items-center gap-3 max-lg:hidden">
            <ThemeToggle language={language} />
            <LanguageSwitch language={language} />
          </div>
          <PersonMenu labels={own} person={person} />
          <PhoneMenu language={language} labels={labels} person={person} />
        </div>
      </div>
    </header>
  )
}

function PhoneMenu({ language, labels, person }: Props & { labels: ReturnType<typeof labelsOf> }) {
  const t = text(language)
  return (
    <Menu
      className="lg:hidden"
      label={t('shell.nav.menu')}
      summary={<Icon name="menu" className="size-5" />}
      summaryClass="grid size-9 place-items-center rounded-md"
      panelClass="absolute inset-x-0 top-full border-y border-line bg-panel px-4 py-3 shadow-raised"
    >
      <nav aria-label={t('shell.nav.label')}>
        <MainNav labels={labels} person={person} className="grid" />
      </nav>
      <div className="mt-2 flex items-center justify-between border-t border-line pt-2">
        <LanguageSwitch language={language} />
        <ThemeToggle language={language} />
      </div>
    </Menu>
  )
}
