import type { Metadata } from 'next'
import { show } from '@/app/show'
import { OwnNotice } from '@/components/agreements/own-notice'
import { TextLines } from '@/components/agreements/text-lines'
import { text } from '@/components/messages'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { agreementTexts, ownAgreements } from '@/lib/agreements/queries/texts'
import { requestContext } from '@/lib/identity/session'
import { isPerson } from '@/lib/platform/context'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('agreements.title') }
}

export default async function AgreementsPage() {
  const ctx = await requestContext()
  const { language, now } = ctx
  const t = text(language)
  const texts = await show(agreementTexts(ctx, {}), '/agreements')
  const own = isPerson(ctx.actor) ? await show(ownAgreements(ctx, {}), '/agreements') : null
  return (
    <>
      <PageHeader title={t('agreements.title')} lead={t('agreements.lead')} />
      <div className="grid gap-5">
        {own ? (
          <OwnNotice t={t} own={own} always />
        ) : (
          <Notice>
            <a href="/sign-in?next=%2Fagreements">{t('agreements.sign-in')}</a>
          </Notice>
        )}
        {texts.toReversed().map((one) => (
          <Panel key={one.kind} title={t(`agreements.kind.${one.kind}`)}>
            <p className="mb-3 text-soft">{t(`agreements.text.${one.kind}`)}</p>
            <TextLines t={t} language={language} text={one} now={now} />
          </Panel>
        ))}
      </div>
    </>
  )
}
