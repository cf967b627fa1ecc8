import type { Text } from '@/components/messages'
import { Checkbox, CheckboxGroup, RadioGroup } from '@/components/ui/choice-fields'
import { Notice } from '@/components/ui/notice'
import { Select, TextArea, TextInput } from '@/components/ui/text-fields'
import type { WholeRequest } from '@/lib/access/queries/request'
import { answers } from '@/lib/access/rules/decision'
import { grounds } from '@/lib/access/rules/grounds'
import type { Verb } from '@/lib/access/rules/states'
import { isAnswered } from '@/lib/access/schema/forms'
import type { Language } from '@/lib/platform/messages'
import { lastDayBefore } from '@/lib/projects/rules/periods'
import { CloseOut, HandOver } from './ending-fields'
import { Suspension } from './lift-fields'
import { ProcessingSelect } from './processing-select'
import { RevokeReach, SuspendReach } from './reach-fields'
import { Retention } from './retention-fields'
import { isInConflict } from './use-of'
import { wordFor } from './words'

export type VerbProps = { t: Text; language: Language; request: WholeRequest; today: string }

const Reason = ({ t }: VerbProps) => <TextArea name="reason" label={t('requests.field.reason')} rows={3} />

/** A last day; the one that is wished for stands there already. */
const UntilDay = ({ t, today, wished }: VerbProps & { wished?: Date | null }) => (
  <TextInput
    name="until"
    type="date"
    label={t('requests.field.until')}
    min={today}
    width="short"
    defaultValue={wished ? lastDayBefore(wished) : ''}
  />
)
const Until = (props: VerbProps) => <UntilDay {...props} />
const ExtendUntil = (props: VerbProps) => (
  <UntilDay {...props} wished={props.request.renewals.find(({ state }) => state === 'open')?.wantedUntil} />
)
const Email = ({ t }: VerbProps) => <TextInput name="email" type="email" label={t('requests.field.email')} />
const Invited = (props: VerbProps) => (
  <>
    <TextInput name="name" label={props.t('requests.field.name')} optional />
    <Email {...props} />
  </>
)
const Account = ({ t }: VerbProps) => (
  <TextInput name="email" type="email" label={t('requests.field.email')} hint={t('requests.field.account.hint')} />
)

/** The datasets that the reader handles and that wait, all of them ticked. */
function Waiting({ t, request }: VerbProps) {
  const waiting = request.items.filter(({ state, handled }) => state === 'requested' && handled)
  return (
    <>
      {/* Boxes that are all unticked send nothing; this says that there was a choice. */}
      <input type="hidden" name="datasets" value="" />
      <CheckboxGroup
        name="datasets"
        label={t('requests.column.datasets')}
        options={waiting.map(({ slug, title }) => ({ value: slug, label: slug, hint: title }))}
        defaultValue={waiting.map(({ slug }) => slug)}
      />
    </>
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

/** Who can be asked for a review now; all of them unless some are named. */
function Reviewers({ t, request }: VerbProps) {
  const people = request.handling?.reviewers ?? []
  if (people.length < 2) return null
  return (
    <CheckboxGroup
      name="people"
      label={t('handling.reviewers')}
      hint={t('handling.reviewers.hint')}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      optional
    />
  )
}

/** Where fewer can be asked than have to answer, that nobody is asked before that is mended. */
const Quorum = ({ t, request }: VerbProps) =>
  (request.handling?.panels ?? [])
    .filter(({ deciders, quorum }) => deciders < quorum)
    .map(({ id, name, deciders, quorum }) => (
      <Notice key={id} tone="wait">
        {t('handling.quorum', { name, deciders, quorum })}
      </Notice>
    ))

/** Whose deciders are asked, where datasets of several workflows wait. */
function Panels({ t, request }: VerbProps) {
  const waiting = request.items.filter(({ state, handled }) => state === 'requested' && handled)
  const flows = new Map(waiting.map(({ workflow }) => [workflow.id, workflow.name]))
  if (flows.size < 2) return null
  const datasets = (id: string) =>
    waiting
      .filter(({ workflow }) => workflow.id === id)
      .map(({ slug }) => slug)
      .join(', ')
  return (
    <Select
      name="workflow"
      label={t('handling.panels')}
      options={[...flows].map(([id, name]) => ({ value: id, label: `${name}: ${datasets(id)}` }))}
      empty={t('handling.panels.all')}
      width="long"
      optional
    />
  )
}

/** Terms that can be demanded besides. */
function Terms({ t, language, request }: VerbProps) {
  const terms = request.handling?.terms ?? []
  return (
    <Select
      name="subject"
      label={t('handling.terms')}
      options={terms.map(({ subject, titleEn, titleSv, version }) => ({
        value: subject,
        label: `${language === 'sv' ? titleSv : titleEn} (${version})`,
      }))}
      width="long"
    />
  )
}

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
      <TextInput
        name="from"
        type="date"
        label={props.t('requests.field.from')}
        hint={props.t('requests.field.from.hint')}
        min={props.today}
        width="short"
        optional
      />
      <UntilDay {...props} wished={props.request.wantedUntil} />
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
      <TextInput
        name="file"
        type="file"
        label={t('requests.field.file')}
        hint={t('requests.field.file.hint')}
        accept="application/pdf,.pdf"
        optional
      />
      {request.side !== 'asking' && <Checkbox name="isPublic" label={t('requests.field.public')} />}
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
  const conflicting = request.items.filter(isInConflict)
  return (
    <Select
      name="dataset"
      label={t('requests.column.dataset')}
      options={conflicting.map(({ slug }) => ({ value: slug, label: slug }))}
    />
  )
}

/** How far the hub has come: by the words of the workflows that the reader handles here. */
const Progress = ({ t, language, request: { processing, processingChoices } }: VerbProps) => (
  <ProcessingSelect t={t} language={language} choices={processingChoices} chosen={processing?.id} />
)

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
  'request-review': [Reviewers, Question],
  'request-decision': [Quorum, Panels, Question],
  'invite-member': [Invited],
  'invite-reviewer': [Invited],
  'add-member': [Account],
  'remove-member': [Members],
  'change-applicant': [Members],
  'assign-external-id': [({ t }) => <TextInput name="externalId" label={t('requests.fact.external')} />],
  'change-processing-state': [Progress],
  'resolve-use': [Conflicting, Reason],
  extend: [ExtendUntil],
  'ask-renewal': [Until, Reason],
  'decline-renewal': [Reason],
  'add-terms': [Terms],
  suspend: [Grant, SuspendReach, Reason],
  lift: [Suspension],
  'settle-retention': [Retention, Reason],
  revoke: [RevokeReach, Reason],
  'close-out': [CloseOut],
  'hand-over': [HandOver],
}
