import { DocumentList } from '@/components/ethics/document-list'
import type { Text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { Select, TextArea, TextInput } from '@/components/ui/text-fields'
import type { OneApproval } from '@/lib/ethics/queries/one-approval'
import { documentKinds } from '@/lib/ethics/schema/inputs'
import type { Language } from '@/lib/platform/messages'
import { discard, handIn, takeBack, takeOut, upload, withdraw } from '../actions'

type Part = { t: Text; language: Language; approval: OneApproval }

const Which = ({ approval }: { approval: OneApproval }) => (
  <>
    <input type="hidden" name="approval" value={approval.id} />
    <input type="hidden" name="expectedRevision" value={approval.revision} />
  </>
)

function Upload({ t, language, approval }: Part) {
  return (
    <Disclosure summary={t('ethics.document.add')} open={approval.documents.length === 0} className="mt-4">
      <ActionForm
        key={approval.documents.length}
        action={upload}
        language={language}
        submit={t('ethics.document.add')}
        look={approval.documents.length === 0 ? 'primary' : 'plain'}
        emptyWhenDone
      >
        <Which approval={approval} />
        <Select
          name="kind"
          label={t('ethics.document.kind')}
          options={documentKinds.map((kind) => ({ value: kind, label: t(`ethics.kind.${kind}`) }))}
          defaultValue="decision"
        />
        <TextInput
          name="file"
          type="file"
          label={t('ethics.document.file')}
          hint={t('ethics.document.file.hint')}
          accept="application/pdf,.pdf"
        />
      </ActionForm>
    </Disclosure>
  )
}

/** The documents, with what the reader may do with them. */
export function Documents(part: Part) {
  const { t, language, approval } = part
  const keeps = approval.may.includes('document')
  return (
    <Panel title={t('ethics.documents')}>
      <DocumentList
        t={t}
        language={language}
        approval={approval.id}
        documents={approval.documents}
        beside={(document) =>
          keeps &&
          document.current && (
            <Disclosure summary={t('ethics.document.remove')}>
              <ActionForm action={takeOut} language={language} submit={t('ethics.document.remove')} look="danger">
                <Which approval={approval} />
                <input type="hidden" name="document" value={document.id} />
              </ActionForm>
            </Disclosure>
          )
        }
      />
      {keeps && <Upload {...part} />}
    </Panel>
  )
}

/** What there is to do next, in the order of what is likely. */
export function Steps(part: Part) {
  const { t, language, approval } = part
  const { id, may, latest, documents } = approval
  const hasDecision = documents.some(({ kind, current }) => kind === 'decision' && current)
  return (
    <div className="grid gap-4">
      {may.includes('verify') && (
        <LinkButton href={`/ethics/${id}/verify`} look="primary">
          {t('ethics.verify')}
        </LinkButton>
      )}
      {may.includes('submit') && (
        <div>
          <p className="mb-2 text-sm text-soft">{t(hasDecision ? 'ethics.submit.how' : 'ethics.submit.needs')}</p>
          <ActionForm
            action={handIn}
            language={language}
            submit={t('ethics.submit')}
            look={hasDecision ? 'primary' : 'plain'}
          >
            <Which approval={approval} />
          </ActionForm>
        </div>
      )}
      {may.includes('change') && (
        <LinkButton href={`/ethics/${id}/change`}>
          {t(latest.state === 'returned' ? 'ethics.mend' : 'ethics.change')}
        </LinkButton>
      )}
      {may.includes('withdraw') && approval.latest.state === 'verified' && (
        <LinkButton
          href={`/ethics/new?${new URLSearchParams({ project: approval.project.slug, cites: `amends ${approval.amends?.id ?? id}` })}`}
        >
          {t('ethics.amend')}
        </LinkButton>
      )}
      <Undoing {...part} />
    </div>
  )
}

function Undoing({ t, language, approval }: Part) {
  const { may } = approval
  return (
    <>
      {may.includes('take-back') && (
        <ActionForm action={takeBack} language={language} submit={t('ethics.take-back')} look="plain">
          <Which approval={approval} />
        </ActionForm>
      )}
      {may.includes('discard') && (
        <Disclosure summary={t('ethics.discard')}>
          <ActionForm action={discard} language={language} submit={t('ethics.discard')} look="danger">
            <Which approval={approval} />
          </ActionForm>
        </Disclosure>
      )}
      {may.includes('withdraw') && (
        <Disclosure summary={t('ethics.withdraw')}>
          <ActionForm action={withdraw} language={language} submit={t('ethics.withdraw')} look="danger">
            <Which approval={approval} />
            <TextArea name="reason" label={t('ethics.withdraw.reason')} hint={t('ethics.withdraw.hint')} rows={3} />
          </ActionForm>
        </Disclosure>
      )}
    </>
  )
}
