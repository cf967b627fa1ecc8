import type { Language } from '@/lib/platform/messages'

/** One click to the other language, `word` in that language's own; comes back to the page where it was pressed. */
export function LanguageSwitch({ language, word }: { language: Language; word: string }) {
  const other = language === 'en' ? 'sv' : 'en'
  return (
    <form method="post" action="/language">
      <button type="submit" name="to" value={other} lang={other} className="min-h-6.5 text-accent hover:underline">
        {word}
      </button>
    </form>
  )
}
