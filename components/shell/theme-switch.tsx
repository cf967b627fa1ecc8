import { text } from '@/components/messages'
import { Icon } from '@/components/ui/icon'
import type { Language } from '@/lib/platform/messages'

/** Turns light into dark and back. Handled by public/theme.js, so it sends no JavaScript of React. */
export function ThemeToggle({ language }: { language: Language }) {
  const label = text(language)('shell.theme.switch')
  return (
    <button
      type="button"
      data-theme-to="opposite"
      aria-label={label}
      title={label}
      className="needs-script grid size-9 place-items-center rounded-md text-soft hover:bg-sunken hover:text-ink"
    >
      <Icon name="moon" className="size-4 dark:hidden" />
      <Icon name="sun" className="hidden size-4 dark:block" />
    </button>
  )
}

/** All three choices: the system's own, light, dark. */
export function ThemeChoice({ language }: { language: Language }) {
  const t = text(language)
  return (
    <ul className="needs-script grid">
      {(['system', 'light', 'dark'] as const).map((theme) => (
        <li key={theme}>
          <button type="button" data-theme-to={theme} className="min-h-6.5 text-accent hover:underline">
            {t(`shell.theme.${theme}`)}{' '}
            <span className="theme-mark text-soft" data-for={theme}>
              {t('shell.theme.current')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
