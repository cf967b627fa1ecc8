import { type MessageKey, type Text, text } from '@/components/messages'
import { Checkbox, CheckboxGroup, RadioGroup } from '@/components/ui/choice-fields'
import { TextArea } from '@/components/ui/text-fields'
import { writeValues } from '@/lib/catalogue/rules/data-use-form'
import { type DuoId, duoTerms, modifiers, permissions } from '@/lib/catalogue/rules/duo'
import type { DataUse } from '@/lib/catalogue/schema/data-use'
import type { Language } from '@/lib/platform/messages'

const plain = modifiers.filter((term) => duoTerms[term].asks === 'nothing')
const asking = modifiers.filter((term) => duoTerms[term].asks !== 'nothing')

const optionOf = (t: Text) => (term: DuoId) => ({
  value: term,
  label: `${t(`catalogue.duo.${term}` as MessageKey)} (${duoTerms[term].code})`,
})

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
        options={plain.map(optionOf(t))}
        defaultValue={stated}
        optional
      />
      {asking.map((term) => (
        <Asking key={term} t={t} term={term} conditions={conditions} />
      ))}
    </>
  )
}

/** A modifier that asks for something; one that need not say it has a box of its own. */
function Asking({ t, term, conditions }: { t: Text; term: DuoId; conditions: DataUse }) {
  const { asks, mayAsk } = duoTerms[term]
  const { value, label } = optionOf(t)(term)
  return (
    <>
      {mayAsk && (
        <Checkbox
          name="modifiers"
          value={value}
          label={label}
          defaultChecked={conditions.some((one) => one.term === term)}
        />
      )}
      <TextArea
        name={`values.${term}`}
        label={label}
        hint={t(`stewardship.use.values.${asks}` as MessageKey)}
        defaultValue={writeValues(conditions, term)}
        rows={asks === 'months' || asks === 'day' ? 1 : 2}
        optional
      />
    </>
  )
}
