import { ProcessingSelect } from '@/components/access/request/processing-select'
import { wordFor } from '@/components/access/request/words'
import type { Text } from '@/components/messages'
import { Checkbox, RadioGroup } from '@/components/ui/choice-fields'
import { Select, TextArea, TextInput } from '@/components/ui/text-fields'
import type { RequestQueue } from '@/lib/access/queries/queue'
import { grounds } from '@/lib/access/rules/grounds'
import { isOpenSomewhere } from '@/lib/access/rules/switched-off'
import { type BulkVerb, bulkVerbs } from '@/lib/access/schema/queue'
import type { Language } from '@/lib/platform/messages'

// A field is shown while a verb that takes it is chosen: by the style sheet alone, so that it works without scripts.
const asked = {
  reason:
    'hidden group-has-[[value=return]:checked]/bulk:block group-has-[[value=reject]:checked]/bulk:block group-has-[[value=close]:checked]/bulk:block group-has-[[value=reopen]:checked]/bulk:block',
  ground: 'hidden group-has-[[value=reject]:checked]/bulk:block',
  text: 'hidden group-has-[[value=remark]:checked]/bulk:block',
  question:
    'hidden group-has-[[value=request-review]:checked]/bulk:block group-has-[[value=request-decision]:checked]/bulk:block',
  externalId: 'hidden group-has-[[value=assign-external-id]:checked]/bulk:block',
  state: 'hidden group-has-[[value=change-processing-state]:checked]/bulk:block',
}

type Props = { t: Text; language: Language } & Pick<RequestQueue, 'workflows' | 'processing'>

/** The verbs that some workflow of the reader lets its handlers do; how far the hub has come can be said where there are words for it. */
const offered = ({ workflows, processing }: Props): BulkVerb[] =>
  bulkVerbs.filter(
    (verb) =>
      isOpenSomewhere(workflows, verb) && (verb !== 'change-processing-state' || processing.some(({ open }) => open)),
  )

/** Which processing state, of those that can still be chosen. */
const ProcessingState = ({ t, language, processing }: Props) => (
  <ProcessingSelect t={t} language={language} choices={processing.filter(({ open }) => open)} />
)

/** What is done with the selected requests, and what the verb asks. */
export function BulkFields(props: Props) {
  const { t } = props
  return (
    <fieldset className="group/bulk mt-5 border-t border-line pt-4">
      <legend className="sr-only">{t('queue.bulk')}</legend>
      <h3 className="mb-1">{t('queue.bulk')}</h3>
      <p className="mb-3 max-w-[70ch] text-sm text-soft">{t('queue.bulk.each')}</p>
      <RadioGroup
        name="verb"
        label={t('queue.bulk.verb')}
        options={offered(props).map((value) => ({ value, label: wordFor(t, 'verb', value) }))}
      />
      <div className={asked.ground}>
        <Select
          name="ground"
          label={t('requests.field.ground')}
          options={grounds.map((value) => ({ value, label: wordFor(t, 'ground', value) }))}
          width="long"
        />
      </div>
      <div className={asked.reason}>
        <TextArea name="reason" label={t('requests.field.reason')} rows={3} />
      </div>
      <div className={asked.text}>
        <TextArea name="text" label={t('requests.field.remark')} rows={3} />
        <Checkbox name="isPublic" label={t('requests.field.public')} />
      </div>
      <div className={asked.question}>
        <TextArea name="question" label={t('requests.field.question')} rows={2} optional />
      </div>
      <div className={asked.externalId}>
        <TextInput name="externalId" label={t('requests.fact.external')} />
      </div>
      <div className={asked.state}>
        <ProcessingState {...props} />
      </div>
    </fieldset>
  )
}
