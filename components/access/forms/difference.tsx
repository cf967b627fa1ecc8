import type { Text } from '@/components/messages'
import { Table } from '@/components/ui/table'
import type { Aspect, FieldDifference, FormDifference } from '@/lib/access/rules/forms-difference'
import type { FormContent, FormField } from '@/lib/access/schema/forms'
import type { Language } from '@/lib/platform/messages'

type Both = FormContent['title']
type Part = { t: Text; language: Language }

const yesNo = (t: Text, value: boolean) => t(value ? 'access.yes' : 'access.no')

// A change may be in one language only, and not in the reader's.
const inBoth = (words: Both | null) => (words === null ? '–' : `${words.en} / ${words.sv}`)

/** One aspect of a field in words. */
function aspectWords(field: FormField, aspect: Aspect, { t, language }: Part): string {
  switch (aspect) {
    case 'kind':
      return t(`access.kind.${field.kind}`)
    case 'label':
    case 'help':
    case 'placeholder':
      return inBoth(field[aspect])
    case 'optional':
    case 'privateFromReviewers':
      return yesNo(t, field[aspect])
    case 'maxLength':
      return field.maxLength === null ? '–' : String(field.maxLength)
    case 'options':
    case 'columns':
      return field[aspect].map(({ label }) => label[language]).join(' · ') || '–'
    case 'visibleIf':
      return field.visibleIf === null ? '–' : `${field.visibleIf.field}: ${field.visibleIf.options.join(', ')}`
  }
}

const labelOf = (one: FieldDifference, language: Language): string =>
  (one.change === 'removed' ? one.before : one.after).label[language]

function whatWords(one: FieldDifference, { t }: Part): string {
  if (one.change !== 'changed') return t(`forms.difference.${one.change}`)
  const aspects = one.aspects.map((aspect) => t(`forms.aspect.${aspect}`)).join(', ')
  return [aspects && t('forms.difference.changed', { aspects }), one.moved && t('forms.difference.moved')]
    .filter(Boolean)
    .join('. ')
}

function Side({ one, side, ...part }: Part & { one: FieldDifference; side: 'before' | 'after' }) {
  if (one.change !== 'changed') {
    const field =
      side === 'before' ? (one.change === 'removed' ? one.before : null) : one.change === 'added' ? one.after : null
    return field && part.t(`access.kind.${field.kind}`)
  }
  return one.aspects.map((aspect) => (
    <span key={aspect} className="block">
      {aspectWords(one[side], aspect, part)}
    </span>
  ))
}

/** What a version of a form asks otherwise than the one before, field by field. */
export function FormDifferenceTable({
  t,
  language,
  difference,
  caption,
}: Part & { difference: FormDifference; caption: string }) {
  const part = { t, language }
  const { title, lead, fields } = difference
  if (!title && !lead && fields.length === 0) return <p className="text-soft">{t('forms.difference.none')}</p>
  const columns = [
    { key: 'field', label: t('forms.difference.field'), cell: (one: FieldDifference) => labelOf(one, language) },
    {
      key: 'what',
      label: t('forms.difference.what'),
      long: true,
      cell: (one: FieldDifference) => whatWords(one, part),
    },
    {
      key: 'before',
      label: t('forms.difference.before'),
      long: true,
      cell: (one: FieldDifference) => (
        <del className="no-underline">
          <Side one={one} side="before" {...part} />
        </del>
      ),
    },
    {
      key: 'after',
      label: t('forms.difference.after'),
      long: true,
      cell: (one: FieldDifference) => (
        <ins className="no-underline">
          <Side one={one} side="after" {...part} />
        </ins>
      ),
    },
  ]
  return (
    <>
      {title && <p>{t('forms.difference.title')}</p>}
      {lead && <p>{t('forms.difference.lead')}</p>}
      {fields.length > 0 && (
        <Table
          caption={caption}
          hideCaption
          columns={columns}
          rows={fields}
          rowKey={({ key, change }) => `${key} ${change}`}
        />
      )}
    </>
  )
}
