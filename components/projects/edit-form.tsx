import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/choice-fields'
import { TextArea, TextInput } from '@/components/ui/text-fields'
import type { Language } from '@/lib/platform/messages'
import type { ProjectSeen } from '@/lib/projects/queries/project'
import { writeOrganisation } from '@/lib/projects/rules/organisation'
import { Said } from './decision'

type Props = { t: Text; language: Language; project: ProjectSeen; action: FormAction }

/** What a project says of itself, and where it is shown. */
export function EditForm({ t, language, project, action }: Props) {
  const { slug, revision, name, department, description, partners, listed, hiddenOnSheet } = project
  return (
    <ActionForm action={action} language={language} submit={t('project.save')} done={t('project.saved')}>
      <Said said={{ slug, expectedRevision: revision }} />
      <TextInput name="name" label={t('project.name')} defaultValue={name} maxLength={150} width="full" />
      <TextInput name="department" optional label={t('project.department')} defaultValue={department} maxLength={150} />
      <TextArea
        name="description"
        label={t('project.description')}
        hint={t('project.description.hint')}
        defaultValue={description}
        maxLength={5000}
        rows={6}
      />
      <TextArea
        name="partners"
        optional
        label={t('project.partners')}
        hint={t('project.partners.hint')}
        defaultValue={partners.map(writeOrganisation).join('\n')}
        rows={3}
      />
      <Checkbox
        name="listed"
        label={t('project.listed.agree')}
        hint={t('project.listed.hint')}
        defaultChecked={listed}
      />
      <Checkbox
        name="hiddenOnSheet"
        label={t('project.hide')}
        hint={t('project.hide.hint')}
        defaultChecked={hiddenOnSheet}
      />
    </ActionForm>
  )
}
