import type { Text } from '@/components/messages'
import { Tag } from '@/components/ui/tag'
import type { Field } from './fields'

export type Described = {
  id: string
  method: string
  path: string
  summary: string
  description?: string
  scope: string | null
  input: Field[]
  output: Field[]
}

function Fields({ fields, caption, t }: { fields: Field[]; caption: string; t: Text }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className="w-full text-left text-sm">
        <caption className="py-2 text-left font-medium">{caption}</caption>
        <thead className="text-soft">
          <tr>
            {(['field', 'where', 'type', 'meaning'] as const).map((column) => (
              <th key={column} scope="col" className="py-1 pr-4 font-medium">
                {t(`reference.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, where, type, required, meaning }) => (
            <tr key={where + name} className="border-t border-line align-top">
              <td className="py-1 pr-4 font-mono">
                {name || '–'}
                {required && name !== '' && <span className="text-soft"> ({t('reference.required')})</span>}
              </td>
              <td className="py-1 pr-4">{where}</td>
              <td className="max-w-[24rem] break-words py-1 pr-4 font-mono">{type}</td>
              <td className="py-1">{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** One operation of the API: folded to its address and what it is for, unfolded to its fields. */
export function OperationEntry({ operation, t }: { operation: Described; t: Text }) {
  const { id, method, path, summary, description, scope, input, output } = operation
  return (
    <details id={id} className="border-b border-line py-2.5">
      <summary className="grid grid-cols-[3.5rem_minmax(0,1fr)] items-baseline gap-x-4 gap-y-0.5 hover:bg-sunken sm:grid-cols-[3.5rem_minmax(0,22rem)_minmax(0,1fr)]">
        <code className="text-sm font-semibold text-accent uppercase">{method}</code>
        <code className="text-sm break-all">{path}</code>
        <span className="text-soft max-sm:col-start-2">{summary}</span>
      </summary>
      <div className="mt-3 mb-2 grid gap-3 border-l-2 border-line pl-4">
        {description && <p className="max-w-prose">{description}</p>}
        <p>
          <Tag>{scope === null ? t('reference.public') : `${t('reference.scope')}: ${scope}`}</Tag>
        </p>
        {input.length > 0 && <Fields fields={input} caption={t('reference.input')} t={t} />}
        {output.length > 0 ? (
          <Fields fields={output} caption={t('reference.output')} t={t} />
        ) : (
          <p className="text-soft">{t('reference.nothing')}</p>
        )}
      </div>
    </details>
  )
}
