import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { show } from '@/app/show'
import { CheckFields } from '@/components/ethics/check-fields'
import { DocumentList, kindWords } from '@/components/ethics/document-list'
import { datasetWords } from '@/components/ethics/values'
import { type Text, text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/choice-fields'
import { Disclosure } from '@/components/ui/disclosure'
import { DocumentViewer } from '@/components/ui/document-viewer'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextArea } from '@/components/ui/text-fields'
import { approvalChoices } from '@/lib/ethics/queries/choices'
import { type OneApproval, oneApproval } from '@/lib/ethics/queries/one-approval'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { judge } from '../../actions'

type Props = { params: Promise<{ id: string }> }
type Named = OneApproval['datasets'][number]

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('ethics.verify') }
}

/** Those that the project claims first, then every other one that is published. */
function inOrder(approval: OneApproval, published: readonly Named[]): { named: Named[]; others: Named[] } {
  const { latest, governing, datasets } = approval
  const ids = new Set([...latest.claimedDatasets, ...(governing?.coveredDatasets ?? [])])
  const named = datasets.filter(({ id }) => ids.has(id))
  return { named, others: published.filter(({ id }) => !ids.has(id)) }
}

function Datasets({ t, approval, published }: { t: Text; approval: OneApproval; published: readonly Named[] }) {
  const { named, others } = inOrder(approval, published)
  const options = (all: readonly Named[]) => all.map((one) => ({ value: one.slug, label: datasetWords(t, one) }))
  const covered = approval.governing?.coveredDatasets ?? []
  const before = named.filter(({ id }) => covered.includes(id)).map(({ slug }) => slug)
  return (
    <div className="mt-5">
      {named.length > 0 && (
        <CheckboxGroup
          name="datasets"
          label={t('ethics.verify.datasets')}
          hint={t('ethics.verify.datasets.hint')}
          optional
          options={options(named)}
          defaultValue={before}
        />
      )}
      <Disclosure summary={t('ethics.verify.datasets.others')} className="mb-4">
        <CheckboxGroup
          name="otherDatasets"
          label={t('ethics.verify.datasets.more')}
          optional
          options={options(others)}
        />
      </Disclosure>
    </div>
  )
}

type Whole = { t: Text; language: Language; approval: OneApproval; published: readonly Named[] }

function Judging({ t, language, approval, published }: Whole) {
  const { id, revision, latest, governing, toCheck, datasets } = approval
  const back = (
    <Button type="submit" name="act" value="return" look="danger">
      {t('ethics.verify.return')}
    </Button>
  )
  return (
    <ActionForm action={judge} language={language} submit={t('ethics.verify.do')} beside={back}>
      <input type="hidden" name="approval" value={id} />
      <input type="hidden" name="expectedRevision" value={revision} />
      {toCheck.length === 0 && <Notice>{t('ethics.verify.documents-only')}</Notice>}
      <CheckFields
        t={t}
        language={language}
        datasets={datasets}
        fields={toCheck}
        content={latest}
        governing={governing}
      />
      {latest.decision.startsWith('approved') && <Datasets t={t} approval={approval} published={published} />}
      <TextArea name="note" label={t('ethics.verify.note')} hint={t('ethics.verify.note.hint')} optional rows={3} />
    </ActionForm>
  )
}

function Viewer({ t, language, approval }: Omit<Whole, 'published'>) {
  const current = approval.documents.filter((document) => document.current)
  const [first, ...others] = current.map(({ id, kind, file }) => ({ id, name: file.name, kind: kindWords(t, kind) }))
  const source = { address: '/ethics/file', fields: { approval: approval.id }, choice: 'document' }
  const words = {
    choose: t('ethics.viewer.choose'),
    loading: t('ethics.viewer.loading'),
    failed: t('ethics.viewer.failed'),
    page: t('ethics.viewer.page'),
  }
  return (
    <Panel title={t('ethics.documents')} className="flex flex-col lg:sticky lg:top-4 lg:h-[calc(100vh-2rem)]">
      <div className="h-[28rem] min-h-0 lg:h-auto lg:flex-1">
        {first && <DocumentViewer source={source} documents={[first, ...others]} words={words} />}
      </div>
      <Disclosure summary={t('ethics.viewer.files')} className="mt-3 max-h-60 overflow-auto">
        <DocumentList t={t} language={language} approval={approval.id} documents={current} />
      </Disclosure>
    </Panel>
  )
}

export default async function VerifyPage({ params }: Props) {
  const [ctx, { id }] = await Promise.all([requestContext(), params])
  const { language } = ctx
  const t = text(language)
  const here = `/ethics/${id}/verify`
  const approval = await show(oneApproval(ctx, { approval: id }), here)
  // It was judged meanwhile, or by somebody else: the approval says what came of it.
  if (!approval.may.includes('verify')) redirect(`/ethics/${id}`)
  const { datasets } = await show(approvalChoices(ctx, {}), here)
  const { latest, project, governing } = approval
  const crumbs = [
    { href: '/ethics', label: t('ethics.title') },
    { href: `/ethics/${id}`, label: latest.number },
  ]
  const part = { t, language, approval }
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={t('ethics.verify.title', { number: latest.number })}
        lead={t(governing ? 'ethics.verify.lead.change' : 'ethics.verify.lead', { project: project.name })}
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <Viewer {...part} />
        <Panel title={t('ethics.verify.fields')}>
          <p className="mb-3 text-sm text-soft">{t('ethics.verify.keys')}</p>
          {latest.note !== '' && (
            <div className="mb-4">
              <Notice title={t('ethics.verify.says')}>
                <span className="whitespace-pre-line">{latest.note}</span>
              </Notice>
            </div>
          )}
          <Judging {...part} published={datasets} />
        </Panel>
      </div>
    </>
  )
}
