import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Checkbox, CheckboxGroup } from '@/components/ui/choice-fields'
import { Select, TextInput } from '@/components/ui/text-fields'
import type { Language } from '@/lib/platform/messages'
import type { DelegationsSeen } from '@/lib/projects/queries/delegations'
import { Said } from './decision'

type Props = {
  t: Text
  language: Language
  slug: string
  /** The last day of the project. */
  endsOn: string
  seen: Pick<DelegationsSeen, 'own' | 'candidates'>
  action: FormAction
}

/** Gives another member authorities for a time: chosen ones, or all that one holds. */
export function GrantForm({ t, language, slug, endsOn, seen: { own, candidates }, action }: Props) {
  if (candidates.length === 0)
    return (
      <p className="text-soft">
        {t.rich('project.grant.nobody', { members: (words) => <a href={`/projects/${slug}/members`}>{words}</a> })}
      </p>
    )
  return (
    <ActionForm
      action={action}
      language={language}
      submit={t('project.grant.give')}
      done={t('project.grant.given')}
      emptyWhenDone
    >
      <Said said={{ slug }} />
      <Select
        name="person"
        label={t('project.grant.whom')}
        options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <CheckboxGroup
        name="authorities"
        label={t('project.grant.what')}
        hint={t('project.grant.what.hint')}
        options={own.map((authority) => ({
          value: authority,
          label: t(`projects.authority.${authority}`),
          hint: t(`project.authority.${authority}.hint`),
        }))}
      />
      <Checkbox name="everything" label={t('project.grant.everything')} hint={t('project.grant.everything.hint')} />
      <div className="grid items-end gap-x-6 sm:grid-cols-2 lg:max-w-3xl">
        <TextInput
          name="from"
          type="date"
          width="medium"
          optional
          label={t('project.grant.begins')}
          hint={t('project.grant.begins.hint')}
        />
        <TextInput
          name="until"
          type="date"
          width="medium"
          label={t('project.grant.ends')}
          hint={t('project.grant.ends.hint', { day: endsOn })}
        />
      </div>
    </ActionForm>
  )
}
