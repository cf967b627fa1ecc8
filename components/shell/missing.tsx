import { text } from '@/components/messages'
import type { Language } from '@/lib/platform/messages'

/** Said when there is nothing at an address, or nothing that this person may see: the two are never told apart. */
export function Missing({ language }: { language: Language }) {
  const t = text(language)
  return (
    <section lang={language} className="max-w-[60ch] py-8">
      <p className="text-sm font-medium text-soft">404</p>
      <h1>{t('shell.missing.title')}</h1>
      <p className="mt-2">{t('shell.missing.text')}</p>
      <p className="mt-2">{t.rich('shell.missing.todo', { search: (chunks) => <a href="/datasets">{chunks}</a> })}</p>
    </section>
  )
}
