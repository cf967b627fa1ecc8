import { type MessageKey, type Text, text } from '@/components/messages'
import { CheckboxGroup } from '@/components/ui/choice-fields'
import { Select, TextArea, TextInput } from '@/components/ui/text-fields'
import { kindOf, required, type Section, sections, writeField } from '@/lib/catalogue/rules/draft-form'
import { licenceCodes, licences } from '@/lib/catalogue/rules/licences'
import type { DatasetRecord, RecordField } from '@/lib/catalogue/schema/record'
import type { Language } from '@/lib/platform/messages'

type Props = { language: Language; record: DatasetRecord; section: Section }

function hintOf(t: Text, field: RecordField): string | undefined {
  const own = `stewardship.hint.${field}`
  if (t.has(own)) return t(own)
  const byKind: Partial<Record<ReturnType<typeof kindOf>, MessageKey>> = {
    lines: 'stewardship.hint.lines',
    number: 'stewardship.hint.number',
    day: 'stewardship.hint.day',
  }
  const key = byKind[kindOf(field)]
  return key && field !== 'year' ? t(key) : undefined
}

function SectionField({ language, record, field }: { language: Language; record: DatasetRecord; field: RecordField }) {
  const t = text(language)
  const value = writeField(record, field)
  const single = Array.isArray(value) ? value.join('\n') : value
  const common = {
    name: field,
    label: t(`catalogue.field.${field}`),
    hint: hintOf(t, field),
    optional: !required.includes(field),
  }
  switch (kindOf(field)) {
    case 'status': {
      const options = (['Ongoing', 'Completed'] as const).map((status) => ({
        value: status,
        label: t(`catalogue.status.${status}`),
      }))
      return <Select {...common} options={options} defaultValue={single} />
    }
    case 'licences': {
      const options = licenceCodes.map((code) => ({ value: code, label: licences[code].name[language] }))
      return <CheckboxGroup {...common} optional={false} options={options} defaultValue={[...record.licences]} />
    }
    case 'text':
      return <TextArea {...common} defaultValue={single} rows={field === 'abstract' ? 8 : 3} />
    case 'lines':
    case 'parts':
      return <TextArea {...common} defaultValue={single} rows={3} spellCheck={false} />
    case 'number':
      return <TextInput {...common} defaultValue={single} inputMode="numeric" width="medium" />
    case 'day':
      return <TextInput {...common} defaultValue={single} width="short" />
    default:
      return <TextInput {...common} defaultValue={single} width="full" />
  }
}

/** The fields of one section, filled with what the working copy says. */
export function SectionFields({ language, record, section }: Props) {
  return sections[section].map((field) => (
    <SectionField key={field} language={language} record={record} field={field} />
  ))
}
