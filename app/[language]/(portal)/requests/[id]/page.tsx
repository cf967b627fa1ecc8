import type { Metadata } from 'next'
import { cache } from 'react'
import { show } from '@/app/show'
import { FormAnswers } from '@/components/access/form/form-answers'
import { ActionPanel } from '@/components/access/request/action-panel'
import { Asked, Invited } from '@/components/access/request/asked'
import { Cart } from '@/components/access/request/cart'
import { DraftForm } from '@/components/access/request/draft-form'
import { FilesLeft, Missing, OwedTerms } from '@/components/access/request/draft-parts'
import { Attachments, CloseOutMissing, CloseOutPanel, TakeAll } from '@/components/access/request/files'
import { NewerForm } from '@/components/access/request/newer-form'
import { Renewals } from '@/components/access/request/renewals'
import { RequestFacts, RequestItems } from '@/components/access/request/request-facts'
import { RequestGrants } from '@/components/access/request/request-grants'
import { RestsOn } from '@/components/access/request/rests-on'
import { Remarks, RequestStory } from '@/components/access/request/talk'
import { toneOf, wordFor } from '@/components/access/request/words'
import { type Text, text } from '@/components/messages'
import { formatAge, formatNumber } from '@/components/ui/format'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel, WithAside } from '@/components/ui/panel'
import { StateBadge } from '@/components/ui/tag'
import { requestHistory } from '@/lib/access/queries/history'
import { oneRequest, type WholeRequest } from '@/lib/access/queries/request'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { acceptTerms, act, changeCart, divide, save, takeUp } from '../actions'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ before?: string }> }

/** The request, read once for its title and its page. */
const requestOf = cache(async (id: string) => {
  const ctx = await requestContext()
  return show(oneRequest(ctx, { request: id }), `/requests/${id}`)
})

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const request = await requestOf((await params).id)
  return { title: `${request.reference} ${request.title}`.trim() }
}

type Part = { t: Text; language: Language; request: WholeRequest; now: Date }

/** Its state, whose turn it is, since when, and how long such a turn takes. */
function Standing({ t, language, request, now }: Part) {
  const { state, processing, turn, turns, turnSince, medianDays, reference } = request
  const each = turns.map((one) => `${one.workflow}: ${wordFor(t, 'turn', one.turn)}`)
  return (
    <>
      <StateBadge tone={toneOf(state)}>{wordFor(t, 'state', state)}</StateBadge>
      {processing && <StateBadge tone="info">{processing[language]}</StateBadge>}
      <span>{reference}</span>
      {turn !== 'nobody' && (
        <span>
          {t('requests.turn.now', { turn: wordFor(t, 'turn', turn), age: formatAge(turnSince, now, language) })}
          {medianDays !== null && ` · ${t('requests.turn.median', { days: formatNumber(medianDays, language, 1) })}`}
        </span>
      )}
      {each.length > 1 && <span>{each.join(' · ')}</span>}
    </>
  )
}

function Answers({ t, language, request }: Part) {
  const { form, answers, attachments } = request
  if (!form) return null
  return (
    <Panel title={t('requests.answers')}>
      <NewerForm t={t} language={language} request={request} />
      <FormAnswers
        form={form}
        answers={answers}
        language={language}
        files={attachments.map(({ id, name }) => ({ id, name }))}
      />
    </Panel>
  )
}

/** What stands in the main column of a draft: what is missing, the cart, the form. */
function Writing(props: Part) {
  const { t, language, request } = props
  return (
    <>
      <FilesLeft {...props} />
      <Missing {...props} />
      <Cart {...props} action={changeCart} divide={divide} />
      <DraftForm t={t} language={language} request={request} save={save} take={takeUp} />
    </>
  )
}

function Reading(props: Part) {
  const waits = props.request.renewals.some(({ state }) => state === 'open')
  return (
    <>
      {waits && <Renewals {...props} />}
      <RestsOn {...props} />
      <RequestFacts {...props} />
      <RequestItems {...props} />
      <RequestGrants {...props} />
      {!waits && <Renewals {...props} />}
    </>
  )
}

export default async function RequestPage({ params, searchParams }: Props) {
  const [ctx, { id }, { before }] = await Promise.all([requestContext(), params, searchParams])
  const { language, now } = ctx
  const t = text(language)
  const request = await requestOf(id)
  const { entries, next } = await show(requestHistory(ctx, { request: id, before }), `/requests/${id}`)
  const part = { t, language, request, now }
  const acting = { t, language, request, act }
  const writes = request.may.includes('save-draft')
  const crumbs = [{ href: request.side === 'asking' ? '/requests' : '/requests/queue', label: t('requests.title') }]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={request.title || t('requests.untitled')}
        state={
          <>
            <Standing {...part} />
            <a href="#acts" className="inline-flex min-h-6 items-center lg:hidden">
              {t('requests.actions')}
            </a>
          </>
        }
      />
      <WithAside
        aside={
          <>
            <div id="acts" className="scroll-mt-4">
              <ActionPanel t={t} language={language} request={request} act={act} now={now} />
            </div>
            <TakeAll t={t} request={request} />
            <RequestStory
              t={t}
              language={language}
              form={request.form}
              entries={entries}
              older={next && `?before=${next}`}
            />
          </>
        }
      >
        {request.reason && (
          <Notice tone={request.state === 'returned' ? 'wait' : 'idle'} title={t('requests.reason-given')}>
            <p className="whitespace-pre-line">{request.reason}</p>
          </Notice>
        )}
        <OwedTerms {...part} action={acceptTerms} />
        {writes ? <Writing {...part} /> : <Reading {...part} />}
        <CloseOutMissing t={t} request={request} />
        <CloseOutPanel {...part} />
        <Asked {...acting} />
        <Remarks {...acting} />
        {!writes && <Answers {...part} />}
        <Attachments {...part} act={act} />
        <Invited {...acting} />
      </WithAside>
    </>
  )
}
