import type { ReactNode } from 'react'
import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { TextArea, TextInput } from '@/components/ui/text-fields'
import type { AgreementsDesk } from '@/lib/agreements/queries/administration'
import type { Language } from '@/lib/platform/messages'
import { countersign, end, giveBack } from './actions'

type Document = AgreementsDesk['waiting'][number]
type Part = { t: Text; language: Language; document: Document }

/** A decision behind its own words, so that none is made by a slip; it opens without scripts. */
function Decision(props: Part & { action: FormAction; words: string; grave?: boolean; children: ReactNode }) {
  const { t, language, document, action, words, grave, children } = props
  return (
    <Disclosure summary={words}>
      <ActionForm
        action={action}
        language={language}
        submit={words}
        look={grave ? 'danger' : 'primary'}
        done={t('agreements.decided')}
      >
        <input type="hidden" name="project" value={document.project.slug} />
        <input type="hidden" name="document" value={document.id} />
        <input type="hidden" name="expectedRevision" value={document.revision} />
        {children}
      </ActionForm>
    </Disclosure>
  )
}

const Reason = ({ t }: { t: Text }) => <TextArea name="reason" label={t('agreements.reason')} rows={3} />

/** What the hub can do with a document that waits: countersign it, or give it back. */
export function WaitingDecisions(part: Part & { today: string }) {
  const { t, document, today } = part
  if (document.own) return <p className="text-sm text-soft">{t('agreements.desk.own')}</p>
  return (
    <div className="grid gap-2">
      <Decision {...part} action={countersign} words={t('agreements.countersign')}>
        <TextInput
          name="firstDay"
          type="date"
          width="medium"
          label={t('agreements.countersign.first')}
          defaultValue={today}
        />
        <TextInput name="lastDay" type="date" width="medium" label={t('agreements.countersign.last')} />
        <TextInput
          name="file"
          type="file"
          optional
          label={t('agreements.countersign.file')}
          hint={t('agreements.submit.file.hint')}
          accept="application/pdf,.pdf"
        />
      </Decision>
      <Decision {...part} action={giveBack} words={t('agreements.return')} grave>
        <Reason t={t} />
      </Decision>
    </div>
  )
}

/** What the hub can do with an agreement in force: end it. */
export function Termination(part: Part) {
  const { t, document } = part
  if (document.own) return <p className="text-sm text-soft">{t('agreements.desk.own')}</p>
  return (
    <Decision {...part} action={end} words={t('agreements.terminate')} grave>
      <Reason t={t} />
    </Decision>
  )
}
