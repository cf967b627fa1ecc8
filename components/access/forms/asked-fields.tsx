import { Prose } from '@/components/access/form/prose'
import type { Text } from '@/components/messages'
import type { FormContent } from '@/lib/access/schema/forms'
import type { Language } from '@/lib/platform/messages'
import { notesOf } from './field-notes'

/** What a version asks, to be read: each field with its kind, its help and what can be chosen. */
export function AskedFields({ t, language, content }: { t: Text; language: Language; content: FormContent }) {
  return (
    <ol className="grid gap-3">
      {content.fields.map((field) => (
        <li key={field.key}>
          {field.kind === 'header' ? (
            <h3 className="mt-3 text-lg">{field.label[language]}</h3>
          ) : (
            <>
              <span className="font-medium">{field.label[language]}</span>{' '}
              <span className="text-sm text-soft">{notesOf(t, language, content, field)}</span>
              {field.help && (
                <div className="max-w-[70ch] text-sm text-soft">
                  <Prose text={field.help[language]} />
                </div>
              )}
              {[...field.options, ...field.columns].length > 0 && (
                <p className="text-sm">
                  {[...field.options, ...field.columns].map(({ label }) => label[language]).join(' · ')}
                </p>
              )}
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
