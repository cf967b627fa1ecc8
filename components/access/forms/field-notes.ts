import type { Text } from '@/components/messages'
import type { FormContent, FormField } from '@/lib/access/schema/forms'
import type { Language } from '@/lib/platform/messages'

/** What is special about a field, in a few words. */
export function notesOf(t: Text, language: Language, form: FormContent, field: FormField): string {
  const { visibleIf } = field
  const on = visibleIf && form.fields.find(({ key }) => key === visibleIf.field)
  return [
    t(`access.kind.${field.kind}`),
    field.optional && t('forms.field.optional'),
    field.privateFromReviewers && t('forms.field.private'),
    on && t('forms.field.conditional', { label: on.label[language] }),
  ]
    .filter(Boolean)
    .join(' · ')
}
