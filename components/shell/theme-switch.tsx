import { Icon } from '@/components/ui/icon'

const themes = ['system', 'light', 'dark'] as const

/** What each theme is called, and what marks the one in force. */
export type ThemeWords = Readonly<Record<(typeof themes)[number] | 'current', string>>

/** Turns light into dark and back. Handled by public/theme.js, so it sends no JavaScript of React. */
export function ThemeToggle({ label }: { label: string }) {
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
export function ThemeChoice({ words }: { words: ThemeWords }) {
  return (
    <ul className="needs-script grid">
      {themes.map((theme) => (
        <li key={theme}>
          <button type="button" data-theme-to={theme} className="min-h-6.5 text-accent hover:underline">
            {words[theme]}{' '}
            <span className="theme-mark text-soft" data-for={theme}>
              {words.current}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
