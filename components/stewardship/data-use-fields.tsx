import { type MessageKey, type Text, text } from '@/components/messages'
import { CheckboxGroup, RadioGroup } from '@/components/ui/choice-fields'
import { TextArea, TextInput } from '@/components/ui/text-fields'
import { writeValues } from '@/lib/catalogue/rules/data-use-form'
import { type DuoId, duoTerms, modifiers, permissions } from '@/lib/catalogue/rules/duo'
import type { DataUse } from '@/lib/catalogue/schema/data-use'
import type { Language } from '@/lib/platform/messages'

// What may stand without saying to what it refers has a box; what must say it is stated by saying it.
const boxed = modifiers.filter((term) => duoTerms[term].asks === 'nothing' || duoTerms[term].mayAsk)
const asking = modifiers.filter((term) => duoTerms[term].asks !== 'nothing')

const wordsOf = (t: Text, term: DuoId): string => `${t(`catalogue.duo.${term}` as MessageKey)} (${duoTerms[term].code})`
const optionOf = (t: Text) => (term: DuoId) => ({ value: term, label: wordsOf(t, term) })

/** The terms of a statement, filled with what holds now. */
export function DataUseFields({ language, conditions }: { language: Language; conditions: DataUse }) {
  const t = text(language)
  const stated = conditions.map(({ term }) => term)
  return (
    <>
      <RadioGroup
        name="permission"
        label={t('stewardship.use.permission')}
        options={permissions.map(optionOf(t))}
        defaultValue={stated.find((term) => duoTerms[term].kind === 'permission')}
      />
      <TextArea
        name="values.DUO:0000007"
        label={t('stewardship.use.diseases')}
        hint={t('stewardship.use.diseases.hint')}
        defaultValue={writeValues(conditions, 'DUO:0000007')}
        rows={2}
        optional
      />
      <CheckboxGroup
        name="modifiers"
        label={t('stewardship.use.modifiers')}
        options={boxed.map(optionOf(t))}
        defaultValue={stated}
        optional
      />
      <p className="mb-3 text-soft">{t('stewardship.use.named')}</p>
      {asking.map((term) => (
        <Asking key={term} t={t} term={term} conditions={conditions} />
      ))}
    </>
  )
}

/** To what a modifier refers. */
function Asking({ t, term, conditions }: { t: Text; term: DuoId; conditions: DataUse }) {
  const { asks } = duoTerms[term]
  const common = {
    name: `values.${term}`,
    label: wordsOf(t, term),
    hint: t(`stewardship.use.values.${asks}` as MessageKey),
    defaultValue: writeValues(conditions, term),
    optional: true,
  }
  return asks === 'months' || asks === 'day' ? (
    <TextInput {...common} width="short" />
  ) : (
    <TextArea {...common} rows={2} />
  )
}
