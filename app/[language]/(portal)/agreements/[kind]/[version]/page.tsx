import type { Metadata } from 'next'
import { show } from '@/app/show'
import { Changes } from '@/components/agreements/changes'
import { TextBody } from '@/components/agreements/text-body'
import { VersionState } from '@/components/agreements/text-lines'
import { type Text, text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { formatDate } from '@/components/ui/format'
import { Notice } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { agreementText, ownAgreements } from '@/lib/agreements/queries/texts'
import { requestContext } from '@/lib/identity/session'
import { isPerson } from '@/lib/platform/context'
import type { Language } from '@/lib/platform/messages'
import { accept } from './actions'

type Props = { params: Promise<{ kind: string; version: string }> }
type Shown = Awaited<ReturnType<typeof agreementText>>

async function read({ params }: Props) {
  const [ctx, { kind, version }] = await Promise.all([requestContext(), params])
  const here = `/agreements/${kind}/${version}`
  const shown = await show(agreementText(ctx, { kind, version }), here)
  const own = isPerson(ctx.actor) ? await show(ownAgreements(ctx, {}), here) : null
  return { ctx, shown, own, here }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { ctx, shown } = await read(props)
  const version = text(ctx.language)('agreements.version', { version: shown.version })
  return { title: `${ctx.language === 'sv' ? shown.titleSv : shown.titleEn}, ${version}` }
}

type Part = { t: Text; language: Language; shown: Shown; here: string; accepted: readonly number[] | null }

/** What the reader can do with this version: accept it, sign in to do so, or nothing more. */
function Acceptance({ t, language, shown: { kind, version }, here, accepted }: Part) {
  if (kind !== 'user-terms') return <Notice>{t('agreements.accept.signed')}</Notice>
  if (accepted === null)
    return (
      <Notice>
        <a href={`/sign-in?${new URLSearchParams({ next: here })}`}>{t('agreements.sign-in')}</a>
      </Notice>
    )
  if (accepted.includes(version)) return <Notice tone="ok" title={t('agreements.accept.already')} />
  return (
    <ActionForm
      action={accept}
      language={language}
      submit={t('agreements.accept', { version })}
      done={t('agreements.accept.done')}
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="version" value={version} />
      <p className="mb-3 text-soft">{t('agreements.accept.text')}</p>
    </ActionForm>
  )
}

function Difference({ t, language, shown }: Part) {
  const { before, changeNote } = shown
  if (!before) return null
  const body = (words: { bodyEn: string; bodySv: string }) => (language === 'sv' ? words.bodySv : words.bodyEn)
  return (
    <Panel id="changes" title={t('agreements.changes', { version: before.version })}>
      {changeNote && (
        <p className="mb-3">
          <span className="text-soft">{t('agreements.changes.note')}: </span>
          {changeNote}
        </p>
      )}
      <Changes t={t} before={body(before)} after={body(shown)} lang={language} />
    </Panel>
  )
}

export default async function TextPage(props: Props) {
  const { ctx, shown, own, here } = await read(props)
  const { language, now } = ctx
  const t = text(language)
  const { kind, version, newest, binding, bindsFrom, publishedAt } = shown
  const part = { t, language, shown, here, accepted: own?.accepted ?? null }
  const mayAccept = version === newest || binding || bindsFrom > now
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ href: '/agreements', label: t('agreements.title') }]} language={language} />}
        title={language === 'sv' ? shown.titleSv : shown.titleEn}
        state={
          <>
            <span>{t('agreements.version', { version })}</span>
            <VersionState t={t} line={{ version, bindsFrom }} binding={binding} now={now} />
            <span>{t('agreements.version.published', { date: formatDate(publishedAt) })}</span>
          </>
        }
      />
      <div className="grid gap-5">
        {newest > version && (
          <Notice tone="wait">
            <a href={`/agreements/${kind}/${newest}`}>
              {t('agreements.version.newer', { link: t('agreements.version', { version: newest }) })}
            </a>
          </Notice>
        )}
        <Difference {...part} />
        <Panel title={t('agreements.whole')}>
          <TextBody text={language === 'sv' ? shown.bodySv : shown.bodyEn} lang={language} />
        </Panel>
        {mayAccept && (
          <Panel>
            <Acceptance {...part} />
          </Panel>
        )}
      </div>
    </>
  )
}
