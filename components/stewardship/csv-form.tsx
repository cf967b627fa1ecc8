import type { ReactNode } from 'react'
import type { Text } from '@/components/messages'
import { csvExamples } from '@/lib/catalogue/rules/import/columns'

const code = (chunks: ReactNode[]) => <code>{chunks}</code>

/** How the columns of a CSV file that hold more than one value are written. */
export function CsvForm({ t }: { t: Text }) {
  return (
    <div className="grid max-w-prose gap-2 text-sm">
      <p>{t.rich('stewardship.import.form.lists', { c: code })}</p>
      <dl className="grid gap-1">
        {Object.entries(csvExamples).map(([column, example]) => (
          <div key={column} className="grid gap-x-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
            <dt>{column}</dt>
            <dd>
              <code className="break-all">{example}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('stewardship.import.form.rest')}</p>
    </div>
  )
}
