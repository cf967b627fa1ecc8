import type { ReactNode } from 'react'
import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Panel } from '@/components/ui/panel'
import { TextArea } from '@/components/ui/text-fields'
import { Time } from '@/components/ui/time'
import type { KeptForm } from '@/lib/access/queries/forms-kept'
import { differenceOfVersions } from '@/lib/access/rules/forms-difference'
import type { Language } from '@/lib/platform/messages'
import { AboutForm } from './builder'
import { FormDifferenceTable } from './difference'

export type FormActs = Record<'publish' | 'discard' | 'retire' | 'reinstate', FormAction>
type Part = { t: Text; language: Language; kept: KeptForm }

/** What the draft changes, and publishing it. Nothing where there is no draft. */
export function DraftPanels({ t, language, kept, acts }: Part & { acts: FormActs }) {
  const { draft, current, mayWrite } = kept
  if (draft === null) return null
  const next = t('forms.publish', { version: (current?.number ?? 0) + 1 })
  return (
    <>
      {current && (
        <Panel title={t('forms.difference')}>
          <FormDifferenceTable
            t={t}
            language={language}
            difference={differenceOfVersions(current.content, draft)}
            caption={t('forms.difference')}
          />
        </Panel>
      )}
      {mayWrite && (
        <Panel title={next} id="publish">
          <p className="mb-4 max-w-[70ch] text-soft">{t('forms.publish.text')}</p>
          <ActionForm action={acts.publish} language={language} submit={next}>
            <AboutForm kept={kept} />
            {current && (
              <TextArea
                name="changeNote"
                label={t('forms.publish.note')}
                hint={t('forms.publish.note.hint')}
                rows={3}
              />
            )}
          </ActionForm>
        </Panel>
      )}
    </>
  )
}

type ActProps = Part & { action: FormAction; word: string; about: string; grave?: boolean }

function Act({ language, kept, action, word, about, grave }: ActProps): ReactNode {
  const look = grave ? 'danger' : 'primary'
  return (
    <ConfirmDialog
      open={`${word}…`}
      openLook={grave ? 'danger' : 'plain'}
      look={look}
      title={word}
      submit={word}
      action={action}
      language={language}
    >
      <AboutForm kept={kept} />
      <p className="mb-4">{about}</p>
    </ConfirmDialog>
  )
}

/** What else can be done with a form: discard the draft, take the form out of use or into it again. */
export function StatePanel({ acts, ...part }: Part & { acts: FormActs }) {
  const { t, kept } = part
  const { draft, current, state, workflows, mayWrite } = kept
  if (!mayWrite) return null
  return (
    <Panel title={t('forms.other')}>
      {workflows.length > 0 && (
        <p className="mb-3 text-sm text-soft">{t('forms.asked-by', { workflows: workflows.join(', ') })}</p>
      )}
      <div className="flex flex-wrap gap-2">
        {draft && (
          <Act
            {...part}
            action={acts.discard}
            word={t('forms.discard')}
            about={t(current ? 'forms.discard.text' : 'forms.discard.new.text')}
            grave
          />
        )}
        {current && state === 'active' && (
          <Act {...part} action={acts.retire} word={t('forms.retire')} about={t('forms.retire.text')} grave />
        )}
        {state === 'retired' && (
          <Act {...part} action={acts.reinstate} word={t('forms.reinstate')} about={t('forms.reinstate.text')} />
        )}
      </div>
    </Panel>
  )
}

/** Every version, the newest first, each with its page. */
export function VersionsPanel({ t, language, kept: { form, versions } }: Part) {
  return (
    <Panel title={t('forms.versions')}>
      {versions.length === 0 && <p className="text-soft">{t('forms.versions.none')}</p>}
      <ul className="grid gap-2">
        {versions.map(({ number, changeNote, publishedAt }, at) => (
          <li key={number}>
            <a href={`/stewardship/forms/${form}/versions/${number}`}>{t('forms.version', { version: number })}</a>{' '}
            <span className="text-sm text-soft">
              <Time value={publishedAt} language={language} />
              {at === 0 && ` · ${t('forms.version.current')}`}
            </span>
            {changeNote && <span className="block text-sm">{changeNote}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
