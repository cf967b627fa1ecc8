import { text } from '@/components/messages'
import type { Language } from '@/lib/platform/messages'

/** One click to the other language, in that language's own words; comes back to the page where it was pressed. */
export function LanguageSwitch({ language }: { language: Language }) {
  const other = language === 'en' ? 'sv' : 'en'
  return (
    <form method="post" action="/language">
      <button type="submit" name="to" value={other} lang={other} className="min-h-6.5 text-accent hover:underline">
        {text(language)('shell.language.other')}
      </button>
    </form>
  )
}
