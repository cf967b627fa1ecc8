import { FormFields } from '@/components/access/form/form-fields'
import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/choice-fields'
import { Panel } from '@/components/ui/panel'
import { Select, TextInput } from '@/components/ui/text-fields'
import type { WholeRequest } from '@/lib/access/queries/request'
import { asksRecord } from '@/lib/access/rules/forms-named'
import type { Language } from '@/lib/platform/messages'
import { lastDayBefore } from '@/lib/projects/rules/periods'
import { NewerForm } from './newer-form'
import { SaveAsTyped } from './save-as-typed'
import { wordFor } from './words'

type Props = {
  t: Text
  language: Language
  request: WholeRequest
  save: FormAction
  take: FormAction
}

/** Which of the project's ethics approvals it rests on. */
function ApprovalChoice({ t, request: { readiness, ethicsApprovalId } }: Pick<Props, 't' | 'request'>) {
  return (
    <Select
      name="ethicsApproval"
      label={t('requests.field.ethics')}
      hint={t('requests.hint.ethics')}
      options={(readiness?.approvals ?? []).map(({ id: value, number, status }) => ({
        value,
        label: `${number} · ${wordFor(t, 'ethics', status)}`,
      }))}
      defaultValue={ethicsApprovalId ?? ''}
      width="long"
    />
  )
}

/** A draft to write in: saved by its button, and as one types where scripts run. */
export function DraftForm({ t, language, request, save, take }: Props) {
  const { id, title, wantedUntil, optedOut, form, answers, attachments } = request
  const asks = (kind: string) => form?.fields.some((field) => field.kind === kind) ?? false
  const files = attachments.map((file) => ({ id: file.id, name: file.name }))
  const marked =
    request.state === 'returned' ? (request.remarks.findLast(({ fields }) => fields.length > 0)?.fields ?? []) : []
  const asides = Object.fromEntries(marked.map((key) => [key, t('requests.field.mend')]))
  return (
    <Panel title={t('requests.draft')}>
      <NewerForm t={t} language={language} request={request} {...(request.state === 'draft' && { take })} />
      <ActionForm action={save} language={language} submit={t('requests.draft.save')} done={t('requests.draft.saved')}>
        <input type="hidden" name="request" value={id} />
        <SaveAsTyped
          basis={request.revision}
          saved={t('requests.draft.saved-at')}
          failed={t('requests.draft.not-saved')}
        />
        {!asks('description') && (
          <TextInput
            name="title"
            label={t('requests.field.title')}
            hint={t('requests.hint.title')}
            defaultValue={title}
          />
        )}
        <TextInput
          name="wantedUntil"
          type="date"
          label={t('requests.field.until')}
          width="short"
          defaultValue={wantedUntil ? lastDayBefore(wantedUntil) : ''}
        />
        <ApprovalChoice t={t} request={request} />
        {form && <FormFields form={form} answers={answers} language={language} files={files} asides={asides} />}
        {!asksRecord(form) && (
          <Checkbox
            name="optedOut"
            label={t('requests.field.opted-out')}
            hint={t('requests.hint.opted-out')}
            defaultChecked={optedOut ?? false}
          />
        )}
      </ActionForm>
    </Panel>
  )
}
