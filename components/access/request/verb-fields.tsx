import type { Text } from '@/components/messages'
import { Checkbox, CheckboxGroup, RadioGroup } from '@/components/ui/choice-fields'
import { Select, TextArea, TextInput } from '@/components/ui/text-fields'
import type { WholeRequest } from '@/lib/access/queries/request'
import { answers } from '@/lib/access/rules/decision'
import { grounds } from '@/lib/access/rules/grounds'
import type { Verb } from '@/lib/access/rules/states'
import { isAnswered } from '@/lib/access/schema/forms'
import type { Language } from '@/lib/platform/messages'
import { wordFor } from './words'

export type VerbProps = { t: Text; language: Language; request: WholeRequest; today: string }

const Reason = ({ t }: VerbProps) => <TextArea name="reason" label={t('requests.field.reason')} rows={3} />
const Until = ({ t, today }: VerbProps) => (
  <TextInput name="until" type="date" label={t('requests.field.until')} min={today} width="short" />
)
const Email = ({ t }: VerbProps) => <TextInput name="email" type="email" label={t('requests.field.email')} />

/** The datasets that the reader handles and that wait, all of them ticked. */
function Waiting({ t, request }: VerbProps) {
  const waiting = request.items.filter(({ state, handled }) => state === 'requested' && handled)
  return (
    <CheckboxGroup
      name="datasets"
      label={t('requests.column.datasets')}
      options={waiting.map(({ slug, title }) => ({ value: slug, label: slug, hint: title }))}
      defaultValue={waiting.map(({ slug }) => slug)}
    />
  )
}

const Given = ({ t }: VerbProps) => (
  <>
    <RadioGroup
      name="answer"
      label={t('requests.field.answer')}
      options={answers.map((value) => ({ value, label: wordFor(t, 'answer', value) }))}
    />
    <TextArea name="text" label={t('requests.field.text')} rows={3} optional />
  </>
)

const Question = ({ t }: VerbProps) => (
  <TextArea name="question" label={t('requests.field.question')} rows={2} optional />
)

/** The fields of the form that a return is about. */
function Marked({ t, language, request: { form } }: VerbProps) {
  if (!form) return null
  const options = form.fields.filter(isAnswered).map(({ key, label }) => ({ value: key, label: label[language] }))
  return <CheckboxGroup name="fields" label={t('requests.field.marked')} options={options} optional />
}

function Reject(props: VerbProps) {
  const { t } = props
  return (
    <>
      <Waiting {...props} />
      <Select
        name="ground"
        label={t('requests.field.ground')}
        options={grounds.map((value) => ({ value, label: wordFor(t, 'ground', value) }))}
        width="long"
      />
      <Reason {...props} />
    </>
  )
}

function Approve(props: VerbProps) {
  return (
    <>
      <Waiting {...props} />
      <Until {...props} />
      <TextArea name="conditions" label={props.t('requests.field.conditions')} rows={3} optional />
    </>
  )
}

function Members({ t, request }: VerbProps) {
  const others = request.members.filter(({ id }) => id !== request.applicant.id)
  return (
    <Select
      name="person"
      label={t('requests.field.person')}
      options={others.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

function Remark({ t, request }: VerbProps) {
  return (
    <>
      <TextArea name="text" label={t('requests.field.remark')} rows={3} />
      {request.side !== 'asking' && <Checkbox name="isPublic" label={t('requests.field.public')} />}
    </>
  )
}

const Reach = ({ t }: VerbProps) => (
  <RadioGroup
    name="reach"
    label={t('requests.field.reach')}
    options={['grant', 'project'].map((value) => ({ value, label: wordFor(t, 'reach', value) }))}
    defaultValue="grant"
  />
)

function CloseOut({ t }: VerbProps) {
  const outcomes = ['completed', 'moved', 'transferred', 'superseded']
  return (
    <>
      <RadioGroup
        name="outcome"
        label={t('requests.field.outcome')}
        options={outcomes.map((value) => ({ value, label: wordFor(t, 'outcome', value) }))}
        defaultValue="completed"
      />
      <TextArea name="report" label={t('requests.field.report')} rows={4} />
      <TextArea name="publications" label={t('requests.field.publications')} rows={2} optional />
      <TextArea name="copies" label={t('requests.field.copies')} rows={2} optional />
    </>
  )
}

/** The grant that is meant: those that are not over. */
function Grant({ t, request }: VerbProps) {
  const running = request.grants.filter(({ life }) => life !== 'over')
  return (
    <Select
      name="grant"
      label={t('requests.field.grant')}
      options={running.map(({ id, dataset }) => ({ value: id, label: dataset }))}
    />
  )
}

function Conflicting({ t, request }: VerbProps) {
  const conflicting = request.items.filter(({ useFit, useResolved }) => useFit === 'conflicts' && !useResolved)
  return (
    <Select
      name="dataset"
      label={t('requests.column.dataset')}
      options={conflicting.map(({ slug }) => ({ value: slug, label: slug }))}
    />
  )
}

type Part = (props: VerbProps) => React.ReactNode

/** What is asked when somebody does a verb, in order; a verb that is not here asks nothing. */
export const fieldsOfVerb: Partial<Record<Verb, readonly Part[]>> = {
  approve: [Approve],
  reject: [Reject],
  return: [Reason, Marked],
  close: [Reason],
  reopen: [Reason],
  remark: [Remark],
  review: [Given],
  decide: [Given],
  'request-review': [Question],
  'request-decision': [Question],
  'invite-member': [Email],
  'invite-reviewer': [Email],
  'remove-member': [Members],
  'change-applicant': [Members],
  'assign-external-id': [({ t }) => <TextInput name="externalId" label={t('requests.fact.external')} />],
  'resolve-use': [Conflicting, Reason],
  extend: [Until],
  'ask-renewal': [Until, Reason],
  'decline-renewal': [Reason],
  suspend: [Grant, Reach, Reason],
  lift: [Grant],
  revoke: [Reach, Reason],
  'close-out': [CloseOut],
  'hand-over': [({ t }) => <TextInput name="project" label={t('requests.field.project')} />],
}
