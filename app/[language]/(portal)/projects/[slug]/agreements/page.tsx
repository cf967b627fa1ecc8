import type { Metadata } from 'next'
import { show } from '@/app/show'
import { DocumentFacts } from '@/components/agreements/document-facts'
import { KindStates } from '@/components/agreements/kind-states'
import { OwnNotice } from '@/components/agreements/own-notice'
import { SubmitFields } from '@/components/agreements/submit-fields'
import { type Text, text } from '@/components/messages'
import { ProjectFrame } from '@/components/projects/project-frame'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState, Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { type ProjectAgreements, projectAgreements } from '@/lib/agreements/queries/project-agreements'
import { ownAgreements } from '@/lib/agreements/queries/texts'
import type { Language } from '@/lib/platform/messages'
import { type ProjectPage, readProject } from '../reading'
import { handIn, takeBack } from './actions'

export async function generateMetadata(props: ProjectPage): Promise<Metadata> {
  const { ctx, project } = await readProject(props, '/agreements')
  return { title: text(ctx.language)('agreements.project.title', { project: project.name }) }
}

type Part = { t: Text; language: Language; page: ProjectAgreements }

function Submission({ t, language, page: { project, texts, documents, maySubmit } }: Part) {
  const waits = documents.filter(({ standing }) => standing === 'submitted').map(({ kind }) => kind)
  const options = texts
    .filter(({ kind }) => !waits.includes(kind))
    .flatMap(({ kind, versions }) => versions.map(({ version }) => ({ kind, version })))
  if (!maySubmit) return <p className="text-soft">{t('agreements.submit.not-yours')}</p>
  if (options.length === 0) return <p className="text-soft">{t('agreements.project.kind.waiting')}</p>
  return (
    <ActionForm
      key={documents.length}
      action={handIn}
      language={language}
      submit={t('agreements.submit.do')}
      done={t('agreements.submit.done')}
      emptyWhenDone
    >
      <input type="hidden" name="project" value={project.slug} />
      <SubmitFields t={t} institution={project.institutionName} options={options} />
    </ActionForm>
  )
}

function Documents({ t, language, page: { project, documents } }: Part) {
  if (documents.length === 0) return <EmptyState title={t('agreements.documents.none')} />
  return (
    <ul className="grid gap-6">
      {documents.map((document) => (
        <li key={document.id} className="border-b border-line pb-5 last:border-b-0 last:pb-0">
          <DocumentFacts t={t} language={language} project={project.slug} document={document} />
          {document.may.includes('withdraw') && (
            <Disclosure summary={t('agreements.withdraw')} className="mt-2">
              <ActionForm
                action={takeBack}
                language={language}
                submit={t('agreements.withdraw')}
                look="danger"
                done={t('agreements.withdraw.done')}
              >
                <input type="hidden" name="project" value={project.slug} />
                <input type="hidden" name="document" value={document.id} />
                <input type="hidden" name="expectedRevision" value={document.revision} />
              </ActionForm>
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  )
}

export default async function ProjectAgreementsPage(props: ProjectPage) {
  const { ctx, project: whole } = await readProject(props, '/agreements')
  const { language, now } = ctx
  const t = text(language)
  const here = `/projects/${whole.slug}/agreements`
  const [page, own] = await Promise.all([
    show(projectAgreements(ctx, { project: whole.slug }), here),
    show(ownAgreements(ctx, {}), here),
  ])
  const { project, missing } = page
  const dataOnly = project.type === 'data-access'
  return (
    <ProjectFrame t={t} language={language} project={whole}>
      <p className="mb-4 max-w-[70ch] text-soft">
        {t('agreements.project.lead', { institution: project.institutionName })}
      </p>
      <div className="grid gap-5">
        <OwnNotice t={t} own={own} />
        {missing.length === 0 && <Notice tone="ok" title={t('agreements.project.ok')} />}
        {missing.length > 0 && dataOnly && <Notice>{t('agreements.project.data-only')}</Notice>}
        {missing.length > 0 && !dataOnly && <Notice tone="stop" title={t('agreements.project.missing')} />}
        <Panel>
          <KindStates t={t} documents={page.documents} now={now} />
        </Panel>
        {!project.over && (
          <Panel title={t('agreements.submit')}>
            <Submission t={t} language={language} page={page} />
          </Panel>
        )}
        <Panel title={t('agreements.documents')}>
          <Documents t={t} language={language} page={page} />
        </Panel>
      </div>
    </ProjectFrame>
  )
}
