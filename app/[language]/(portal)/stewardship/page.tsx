import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { Dashboard } from '@/components/stewardship/dashboard'
import { keptForms } from '@/lib/access/queries/forms-kept'
import { stewardDashboard } from '@/lib/catalogue/queries/stewardship'
import { requestContext } from '@/lib/identity/session'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('stewardship.nav') }
}

export default async function StewardshipPage() {
  const ctx = await requestContext()
  const { language, now } = ctx
  const [waiting, { forms }] = await Promise.all([
    show(stewardDashboard(ctx, {}), '/stewardship'),
    show(keptForms(ctx, {}), '/stewardship'),
  ])
  const drafts = forms.flatMap(({ form, title, draftAt }) =>
    draftAt ? [{ key: form, href: `/stewardship/forms/${form}`, title: title[language], by: null, at: draftAt }] : [],
  )
  return <Dashboard t={text(language)} language={language} now={now} waiting={waiting} forms={drafts} />
}
