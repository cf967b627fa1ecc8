import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { Dashboard } from '@/components/stewardship/dashboard'
import { stewardDashboard } from '@/lib/catalogue/queries/stewardship'
import { requestContext } from '@/lib/identity/session'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('stewardship.nav') }
}

export default async function StewardshipPage() {
  const ctx = await requestContext()
  const waiting = await show(stewardDashboard(ctx, {}), '/stewardship')
  return <Dashboard t={text(ctx.language)} language={ctx.language} now={ctx.now} waiting={waiting} />
}
