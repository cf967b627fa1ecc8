import type { Metadata } from 'next'
import { show } from '@/app/show'
import { UseConditions } from '@/components/catalogue/dataset/data-use'
import { type Text, text } from '@/components/messages'
import { DataUseFields } from '@/components/stewardship/data-use-fields'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { formatDateTime } from '@/components/ui/format'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextArea } from '@/components/ui/text-fields'
import { type StatedDataUse, statedDataUse } from '@/lib/catalogue/queries/stated-data-use'
import { duoLabel } from '@/lib/catalogue/rules/duo'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { stateUse } from './actions'

type Props = { params: Promise<{ slug: string }> }
type Part = { t: Text; language: Language }
type Statement = StatedDataUse['statements'][number]

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: `${(await params).slug} · ${text(language)('stewardship.use')}` }
}

function Said({ t, language, statement: { conditions, basis, at, by } }: Part & { statement: Statement }) {
  const since = { when: formatDateTime(at), name: by ?? t('stewardship.system') }
  return (
    <>
      <UseConditions language={language} conditions={conditions} />
      <p className="mt-2 text-sm text-soft">
        {t('stewardship.use.since', since)}. {basis}
      </p>
    </>
  )
}

function Stating({ t, language, stated }: Part & { stated: StatedDataUse }) {
  const [now] = stated.statements
  return (
    <Panel title={t('stewardship.use.state')}>
      {stated.suggested.length > 0 && (
        <p className="mb-4 text-sm text-soft">
          {t('stewardship.use.suggested', { terms: stated.suggested.map(duoLabel).join('; ') })}
        </p>
      )}
      <ActionForm
        action={stateUse}
        language={language}
        submit={t('stewardship.use.submit')}
        done={t('stewardship.use.done')}
      >
        <input type="hidden" name="slug" value={stated.slug} />
        <input type="hidden" name="expectedOrdinal" value={now?.ordinal ?? 0} />
        <DataUseFields language={language} conditions={now?.conditions ?? []} />
        <TextArea
          name="basis"
          label={t('stewardship.use.basis')}
          hint={t('stewardship.use.basis.hint')}
          defaultValue={now?.basis}
          rows={2}
        />
      </ActionForm>
    </Panel>
  )
}

export default async function DataUsePage({ params }: Props) {
  const [ctx, { slug }] = await Promise.all([requestContext(), params])
  const { language } = ctx
  const t = text(language)
  const stated = await show(statedDataUse(ctx, { slug }), `/stewardship/datasets/${slug}/data-use`)
  const [now, ...earlier] = stated.statements
  const part = { t, language }
  const crumbs = [
    { href: '/stewardship/datasets', label: t('stewardship.datasets') },
    { href: `/stewardship/datasets/${slug}`, label: slug },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={t('stewardship.use.title', { title: stated.title })}
        lead={t('stewardship.use.lead')}
      />
      <div className="grid gap-5">
        <Panel title={t('stewardship.use.now')}>
          {now ? <Said {...part} statement={now} /> : <p className="text-soft">{t('stewardship.use.none')}</p>}
          {earlier.length > 0 && (
            <Disclosure summary={t('stewardship.use.earlier')} className="mt-3">
              <ul className="grid gap-4">
                {earlier.map((statement) => (
                  <li key={statement.ordinal}>
                    <Said {...part} statement={statement} />
                  </li>
                ))}
              </ul>
            </Disclosure>
          )}
        </Panel>
        {stated.mayState && <Stating {...part} stated={stated} />}
      </div>
    </>
  )
}
