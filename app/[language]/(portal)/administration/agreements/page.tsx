import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { show } from '@/app/show'
import { DocumentFacts } from '@/components/agreements/document-facts'
import { type Text, text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { formatAge } from '@/components/ui/format'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type AgreementsDesk, agreementsDesk } from '@/lib/agreements/queries/administration'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { begin } from './actions'
import { Termination, WaitingDecisions } from './decisions'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('agreements.desk.title') }
}

type Document = AgreementsDesk['waiting'][number]
type Part = { t: Text; language: Language; document: Document }

/** A document with its project, its facts and copies on one side and what can be decided on the other. */
function Case({ t, language, document, aside, children }: Part & { aside?: string; children: ReactNode }) {
  const { project } = document
  return (
    <li className="grid gap-x-6 gap-y-3 border-b border-line pb-5 last:border-b-0 last:pb-0 lg:grid-cols-2">
      <div className="min-w-0">
        <p className="mb-2">
          <a href={`/projects/${project.slug}/agreements`}>{project.name}</a>
          <span className="text-sm text-soft">
            {' '}
            {t('agreements.desk.pi', { name: project.piName })}
            {aside && `, ${aside}`}
          </span>
        </p>
        <DocumentFacts t={t} language={language} project={project.slug} document={document} />
      </div>
      <div className="min-w-0">{children}</div>
    </li>
  )
}

function Texts({ t, language, desk }: { t: Text; language: Language; desk: AgreementsDesk }) {
  return (
    <ul className="grid gap-4">
      {desk.texts.map(({ kind, draft, published }) => (
        <li key={kind} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <div>
            <h3>{t(`agreements.kind.${kind}`)}</h3>
            <p className="text-sm text-soft">
              {published && (
                <>
                  <a href={`/agreements/${kind}/${published.version}`}>
                    {t('agreements.version', { version: published.version })}
                  </a>
                  {', '}
                </>
              )}
              {draft ? t('agreements.desk.draft', { version: draft.version }) : t('agreements.desk.draft.none')}
            </p>
          </div>
          {draft ? (
            <a href={`/administration/agreements/${kind}`}>{t('agreements.desk.draft', { version: draft.version })}</a>
          ) : (
            <ActionForm action={begin} language={language} submit={t('agreements.desk.draft.begin')} look="plain">
              <input type="hidden" name="kind" value={kind} />
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  )
}

export default async function AgreementsDeskPage() {
  const ctx = await requestContext()
  const { language, now } = ctx
  const t = text(language)
  const desk = await show(agreementsDesk(ctx, {}), '/administration/agreements')
  const crumbs = [{ href: '/administration', label: t('identity.administration.title') }]
  const waited = (at: Date) => t('agreements.desk.waited', { age: formatAge(at, now, language) })
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={t('agreements.desk.title')}
        lead={t('agreements.desk.lead')}
      />
      <div className="grid gap-5">
        <Panel title={t('agreements.desk.waiting')}>
          {desk.waiting.length === 0 && <p className="text-soft">{t('agreements.desk.waiting.none')}</p>}
          <ul className="grid gap-6">
            {desk.waiting.map((document) => (
              <Case
                key={document.id}
                t={t}
                language={language}
                document={document}
                aside={waited(document.submittedAt)}
              >
                <WaitingDecisions
                  t={t}
                  language={language}
                  document={document}
                  today={now.toISOString().slice(0, 10)}
                />
              </Case>
            ))}
          </ul>
        </Panel>
        <Panel title={t('agreements.desk.expiring')}>
          {desk.expiring.length === 0 && <p className="text-soft">{t('agreements.desk.expiring.none')}</p>}
          <ul className="grid gap-6">
            {desk.expiring.map((document) => (
              <Case key={document.id} t={t} language={language} document={document}>
                <Termination t={t} language={language} document={document} />
              </Case>
            ))}
          </ul>
        </Panel>
        <Panel title={t('agreements.desk.texts')}>
          <Texts t={t} language={language} desk={desk} />
        </Panel>
      </div>
    </>
  )
}
