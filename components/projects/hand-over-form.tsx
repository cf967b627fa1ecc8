import { OrganisationInput } from '@/components/identity/organisation-input'
import type { Text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import { Select } from '@/components/ui/text-fields'
import type { Language } from '@/lib/platform/messages'
import { Decision } from './decision'

type Props = {
  t: Text
  language: Language
  slug: string
  candidates: readonly { id: string; name: string }[]
  action: FormAction
}

/** Proposes to hand the PI role to another member. */
export function HandOverForm({ t, language, slug, candidates, action }: Props) {
  if (candidates.length === 0) return <p className="text-soft">{t('project.hand-over.nobody')}</p>
  return (
    <Decision language={language} summary={t('project.hand-over.propose')} action={action} said={{ slug }}>
      <Select
        name="person"
        label={t('project.hand-over.whom')}
        options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <OrganisationInput
        name="institution"
        optional
        label={t('project.hand-over.institution')}
        hint={t('project.hand-over.institution.hint')}
      />
    </Decision>
  )
}
