import { DocumentList, kindWords } from '@/components/ethics/document-list'
import { StandingPanel } from '@/components/ethics/standing-panel'
import { EthicsStatusBadge } from '@/components/ethics/status'
import { shownValue } from '@/components/ethics/values'
import { VersionHistory } from '@/components/ethics/version-history'
import type { Text } from '@/components/messages'
import { Disclosure } from '@/components/ui/disclosure'
import { DocumentViewer } from '@/components/ui/document-viewer'
import { formatDate } from '@/components/ui/format'
import { Icon } from '@/components/ui/icon'
import { DefinitionList } from '@/components/ui/lists'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { RequestEthics } from '@/lib/access/queries/request-ethics'
import { checkedFields } from '@/lib/ethics/rules/fields'
import type { Language } from '@/lib/platform/messages'

type Approval = RequestEthics['approvals'][number]
type Props = { t: Text; language: Language; request: string; approval: Approval }

/** Who compared a field with the documents, and when; or that nobody did. */
function Confirmed({ t, by }: { t: Text; by: ReturnType<Approval['confirmed']['get']> }) {
  return (
    <span className="mt-0.5 flex items-start gap-1.5 text-sm text-soft">
      <Icon name={by ? 'check' : 'alert'} className={`mt-1 size-3.5 ${by ? 'text-green' : 'text-amber'}`} />
      <span className="min-w-0">
        {by
          ? t('ethicsview.confirmed', { by: by.by ?? '–', day: by.at ? formatDate(by.at) : '–', version: by.version })
          : t('ethicsview.unconfirmed')}
      </span>
    </span>
  )
}

/** Everything that the version says, each field with its verification. */
function Fields({ t, language, approval: { shown, confirmed, datasets } }: Props) {
  const facts = checkedFields
    .filter((field) => shownValue(field, shown, { t, language, datasets }) !== null)
    .map((field) => ({
      key: field,
      term: t(`ethics.field.${field}`),
      detail: (
        <>
          {shownValue(field, shown, { t, language, datasets })}
          <Confirmed t={t} by={confirmed.get(field)} />
        </>
      ),
    }))
  return <DefinitionList facts={facts} language={language} />
}

/** What a reader has to know before the record: that it does not count, or that it is about to change. */
function Warnings({ t, approval: { isVerified, waiting, withdrawnAt, withdrawnReason } }: Props) {
  const fields = waiting?.changed.map((field) => t(`ethics.field.${field}`)).join(', ')
  return (
    <>
      {withdrawnAt && (
        <Notice tone="stop" title={t('ethicsview.withdrawn')}>
          {withdrawnReason}
        </Notice>
      )}
      {!isVerified && <Notice tone="stop">{t('ethicsview.unverified')}</Notice>}
      {waiting && (
        <Notice tone="wait" title={t('ethicsview.waiting')}>
          {fields ? t('ethicsview.changed', { fields }) : null}
        </Notice>
      )}
    </>
  )
}

/** The documents, drawn in the page, and each to be saved. */
function Documents({ t, language, request, approval: { id, documents } }: Props) {
  const current = documents.filter((document) => document.current)
  const [first, ...others] = current.map(({ id: document, kind, file }) => ({
    id: document,
    name: file.name,
    kind: kindWords(t, kind),
  }))
  const words = {
    choose: t('ethics.viewer.choose'),
    loading: t('ethics.viewer.loading'),
    failed: t('ethics.viewer.failed'),
    page: t('ethics.viewer.page'),
  }
  const address = '/requests/ethics-file'
  const source = { address, fields: { request, approval: id }, choice: 'document' }
  const from = { action: address, also: { request } }
  return (
    <Panel title={t('ethics.documents')}>
      {first && (
        <div className="mb-4 h-[32rem]">
          <DocumentViewer source={source} documents={[first, ...others]} words={words} />
        </div>
      )}
      <DocumentList t={t} language={language} approval={id} documents={documents} from={from} />
    </Panel>
  )
}

/** One approval of the chain as the hub reads it. */
export function ApprovalRead(props: Props) {
  const { t, language, approval } = props
  const { shown, status, versions, amends } = approval
  return (
    <section aria-labelledby={`approval-${approval.id}`} className="grid gap-5">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 id={`approval-${approval.id}`}>
          {t(amends ? 'ethicsview.amendment' : 'ethicsview.original')} {shown.number}
        </h2>
        <EthicsStatusBadge t={t} status={status} />
      </div>
      <Warnings {...props} />
      <Panel title={t('ethics.standing')}>
        <StandingPanel t={t} language={language} approval={approval} linked={false} />
      </Panel>
      <Panel title={t('ethicsview.fields')}>
        <Fields {...props} />
      </Panel>
      <Documents {...props} />
      <Panel>
        <Disclosure summary={t('ethics.versions')}>
          <VersionHistory t={t} language={language} versions={versions} />
        </Disclosure>
      </Panel>
    </section>
  )
}
