import type { Metadata } from 'next'
import { show } from '@/app/show'
import { toneOf, wordFor } from '@/components/access/request/words'
import { Acknowledgements } from '@/components/access/systems/acknowledgements'
import { BasisList } from '@/components/access/systems/basis-list'
import { boxesOf } from '@/components/access/systems/basis-parts'
import { BasisPicture } from '@/components/access/systems/basis-picture'
import { Downloads } from '@/components/delivery/downloads'
import { SharingPanel } from '@/components/delivery/sharing-panel'
import { type Text, text } from '@/components/messages'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { StateBadge, Tag } from '@/components/ui/tag'
import { type GrantBasis, grantBasis } from '@/lib/access/queries/grant-basis'
import { grantDownloads } from '@/lib/delivery/queries/downloads'
import { requestContext } from '@/lib/identity/session'
import { lastDayBefore } from '@/lib/projects/rules/periods'
import { record } from '../actions'

type Props = { params: Promise<{ grant: string }>; searchParams: Promise<{ person?: string; before?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [ctx, { grant }] = await Promise.all([requestContext(), params])
  const { dataset, request } = await show(grantBasis(ctx, { grant }), `/grants/${grant}`)
  return { title: text(ctx.language)('basis.title', { dataset, reference: request.reference }) }
}

/** For whom it is told, where there is a choice. */
function People({ t, basis }: { t: Text; basis: GrantBasis }) {
  if (basis.people.length < 2) return null
  return (
    <nav aria-label={t('basis.whose')} className="mb-4 flex flex-wrap items-center gap-2">
      <span className="text-sm text-soft">{t('basis.whose')}</span>
      {basis.people.map(({ id, name }) => (
        <Tag key={id} on={id === basis.person.id} href={`/grants/${basis.id}?person=${id}`}>
          {name}
        </Tag>
      ))}
    </nav>
  )
}

/** Whether somebody may use the data by this grant now, in a sentence. */
function Verdict({ t, basis }: { t: Text; basis: GrantBasis }) {
  const name = basis.person.name
  return basis.until ? (
    <Notice tone="ok" title={t('basis.may', { name, day: lastDayBefore(basis.until) })} />
  ) : (
    <Notice tone="stop" title={t('basis.may-not', { name })} />
  )
}

/** What a grant rests on: as a picture and in words, with what was fetched by it and what connected systems know of it. */
export default async function GrantPage({ params, searchParams }: Props) {
  const [ctx, { grant }, { person, before }] = await Promise.all([requestContext(), params, searchParams])
  const { language } = ctx
  const t = text(language)
  const basis = await show(grantBasis(ctx, { grant, person }), `/grants/${grant}`)
  const downloads = await show(grantDownloads(ctx, { grant, before }), `/grants/${grant}`)
  const { dataset, request, life } = basis
  const title = t('basis.title', { dataset, reference: request.reference })
  const boxes = boxesOf(t, basis)
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: '/grants', label: t('requests.grants.title') }]} language={language} />}
        title={title}
        lead={t('basis.lead')}
        state={
          <>
            <StateBadge tone={life === 'running' ? 'ok' : 'idle'}>{wordFor(t, 'life', life)}</StateBadge>
            <StateBadge tone={toneOf(request.state)}>{wordFor(t, 'state', request.state)}</StateBadge>
            <span>{request.title}</span>
          </>
        }
      />
      <People t={t} basis={basis} />
      <div className="grid gap-5">
        <Verdict t={t} basis={basis} />
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <Panel title={t('basis.picture')}>
            <BasisPicture t={t} boxes={boxes} title={title} />
          </Panel>
          <Panel title={t('basis.words')}>
            <BasisList t={t} language={language} boxes={boxes} />
          </Panel>
        </div>
        <Downloads
          t={t}
          language={language}
          downloads={downloads}
          older={(from) => `/grants/${grant}?${new URLSearchParams({ ...(person && { person }), before: from })}`}
        />
        <SharingPanel
          t={t}
          language={language}
          grant={grant}
          today={ctx.now.toISOString().slice(0, 10)}
          shared={downloads.shared}
          toRecord={downloads.toRecord}
          record={record}
        />
        <Acknowledgements t={t} language={language} basis={basis} />
      </div>
    </>
  )
}
