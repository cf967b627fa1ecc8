import type { ReactNode } from 'react'
import type { Text } from '@/components/messages'
import { TextInput } from '@/components/ui/text-fields'
import type { CheckedField, Content } from '@/lib/ethics/rules/fields'
import { type Showing, shownValue } from './values'
import { VerdictChoice } from './verdict-choice'

type Props = Showing & { fields: readonly CheckedField[]; content: Content; governing: Content | null }

// The note is asked for once something is missing; by the style sheet alone, so that it works without scripts.
const noteWhenMissing = 'mt-2 hidden [&>div]:mb-0 group-has-[input[value=missing]:checked]/check:block'

const Value = ({ t, children }: { t: Text; children: ReactNode }) =>
  children ?? <span className="text-soft">{t('ethics.check.empty')}</span>

/** One field after the other: what it says, what it said, whether it agrees with the documents, and what is missing. */
export function CheckFields({ fields, content, governing, ...showing }: Props) {
  const { t } = showing
  const words = { confirmed: t('ethics.check.confirmed'), missing: t('ethics.check.missing') }
  return (
    <ol className="grid gap-3">
      {fields.map((field) => (
        <li key={field} className="group/check rounded-md border border-line p-3" data-check={field}>
          <VerdictChoice field={field} label={t(`ethics.field.${field}`)} words={words}>
            <div className="font-medium">
              <Value t={t}>{shownValue(field, content, showing)}</Value>
            </div>
            {governing && (
              <div className="text-sm text-soft">
                {t('ethics.check.before')} <Value t={t}>{shownValue(field, governing, showing)}</Value>
              </div>
            )}
          </VerdictChoice>
          <div className={noteWhenMissing}>
            <TextInput name={`missing.${field}`} label={t('ethics.check.note')} optional width="full" />
          </div>
        </li>
      ))}
    </ol>
  )
}
