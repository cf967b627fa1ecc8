import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { TextArea, TextInput } from '@/components/ui/text-fields'
import type { StewardedDataset } from '@/lib/catalogue/queries/stewarded-dataset'
import type { Language } from '@/lib/platform/messages'

export type Acts = Record<'publish' | 'hide' | 'showAgain' | 'withdraw' | 'discard', FormAction>
type Props = { t: Text; language: Language; dataset: StewardedDataset; acts: Acts }

/** Which dataset a form is about, and which state of it the page showed. */
function About({ dataset: { slug, revision } }: { dataset: StewardedDataset }) {
  return (
    <>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="expectedRevision" value={revision} />
    </>
  )
}

/** Publishing: what it does in words, why it cannot be done yet, and the form. Nothing where there is no draft. */
export function PublishPanel({ t, language, dataset, acts }: Props) {
  const { draft, current, missing, next, abilities, state, record } = dataset
  if (draft === null) return null
  const title = current ? t('stewardship.publish.next') : t('stewardship.publish.first')
  const fields = missing.map((field) => t(`catalogue.field.${field}`)).join(', ')
  const hint = next && current ? t('stewardship.publish.version.hint', { current: current.number, ...next }) : undefined
  return (
    <Panel title={title}>
      {state === 'hidden' && <Notice tone="wait">{t('stewardship.publish.hidden')}</Notice>}
      {missing.length > 0 && <Notice tone="wait">{t('stewardship.publish.missing', { fields })}</Notice>}
      {abilities.includes('publish') && missing.length === 0 && (
        <ActionForm action={acts.publish} language={language} submit={t('stewardship.publish')}>
          <About dataset={dataset} />
          <p className="mb-4 max-w-[70ch] text-soft">{t('stewardship.publish.text')}</p>
          <TextInput
            name="version"
            label={t('stewardship.publish.version')}
            hint={hint}
            defaultValue={next?.minor ?? record.version}
            width="short"
          />
          {current && (
            <TextArea
              name="changeNote"
              label={t('stewardship.publish.note')}
              hint={t('stewardship.publish.note.hint')}
              rows={3}
            />
          )}
        </ActionForm>
      )}
    </Panel>
  )
}

function Withdrawal({ t, language, dataset, acts }: Props) {
  return (
    <ConfirmDialog
      open={`${t('catalogue.verb.withdraw')}…`}
      openLook="danger"
      look="danger"
      title={t('catalogue.verb.withdraw')}
      submit={t('catalogue.verb.withdraw')}
      action={acts.withdraw}
      language={language}
    >
      <About dataset={dataset} />
      <p className="mb-4">{t('stewardship.withdraw.text')}</p>
      <TextArea name="reason" label={t('stewardship.withdraw.reason')} rows={3} />
      <TextInput
        name="replacedBy"
        label={t('stewardship.withdraw.replaced')}
        hint={t('stewardship.withdraw.replaced.hint')}
        width="medium"
        optional
      />
      <TextInput
        name="confirm"
        label={t('stewardship.withdraw.confirm', { slug: dataset.slug })}
        width="medium"
        autoComplete="off"
      />
    </ConfirmDialog>
  )
}

function Discarding({ t, language, dataset, acts }: Props) {
  return (
    <ConfirmDialog
      open={`${t('catalogue.verb.discardDraft')}…`}
      look="danger"
      title={t('catalogue.verb.discardDraft')}
      submit={t('catalogue.verb.discardDraft')}
      action={acts.discard}
      language={language}
    >
      <About dataset={dataset} />
      <p className="mb-4">{t(dataset.current ? 'stewardship.discard.text' : 'stewardship.discard.new.text')}</p>
    </ConfirmDialog>
  )
}

/** Who sees the dataset now, and what else may be done with it; each act says first what it leads to. */
export function StatePanel(props: Props) {
  const { t, language, dataset, acts } = props
  const { abilities, state, stateReason, replacedBy } = dataset
  return (
    <Panel title={t('stewardship.other')}>
      <p>{t(`stewardship.state.${state}`)}</p>
      {stateReason && <p className="mt-1 text-soft">{stateReason}</p>}
      {replacedBy && (
        <p className="mt-1">
          {t('stewardship.withdraw.replaced')}: <a href={`/datasets/${replacedBy}`}>{replacedBy}</a>
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2 empty:hidden">
        {abilities.includes('show') && (
          <ConfirmDialog
            open={`${t('catalogue.verb.show')}…`}
            title={t('catalogue.verb.show')}
            submit={t('catalogue.verb.show')}
            action={acts.showAgain}
            language={language}
          >
            <About dataset={dataset} />
            <p className="mb-4">{t('stewardship.show.text')}</p>
          </ConfirmDialog>
        )}
        {abilities.includes('hide') && (
          <ConfirmDialog
            open={`${t('catalogue.verb.hide')}…`}
            title={t('catalogue.verb.hide')}
            submit={t('catalogue.verb.hide')}
            action={acts.hide}
            language={language}
          >
            <About dataset={dataset} />
            <p className="mb-4">{t('stewardship.hide.text')}</p>
            <TextArea
              name="reason"
              label={t('stewardship.hide.reason')}
              hint={t('stewardship.hide.reason.hint')}
              rows={3}
            />
          </ConfirmDialog>
        )}
        {abilities.includes('discardDraft') && <Discarding {...props} />}
        {abilities.includes('withdraw') && <Withdrawal {...props} />}
      </div>
    </Panel>
  )
}
