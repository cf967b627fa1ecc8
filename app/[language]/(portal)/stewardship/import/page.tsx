import type { Metadata } from 'next'
import { show } from '@/app/show'
import { text } from '@/components/messages'
import { CsvForm } from '@/components/stewardship/csv-form'
import { RecentImports } from '@/components/stewardship/recent-imports'
import { ActionForm } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/choice-fields'
import { Disclosure } from '@/components/ui/disclosure'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-fields'
import { recentImports } from '@/lib/catalogue/queries/imports'
import { requestContext } from '@/lib/identity/session'
import { tryOut } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('stewardship.import') }
}

export default async function ImportPage() {
  const ctx = await requestContext()
  const { language } = ctx
  const t = text(language)
  const { items, mayWrite } = await show(recentImports(ctx, {}), '/stewardship/import')
  return (
    <>
      <PageHeader title={t('stewardship.import')} lead={t('stewardship.import.lead')} />
      <div className="grid gap-5">
        {mayWrite && (
          <Panel>
            <ActionForm action={tryOut} language={language} submit={t('stewardship.import.submit')}>
              <TextInput
                name="file"
                type="file"
                label={t('stewardship.import.file')}
                hint={t('stewardship.import.file.hint')}
                accept=".json,.csv,.tsv,application/json,text/csv"
              />
              <Checkbox
                name="publish"
                label={t('stewardship.import.publish')}
                hint={t('stewardship.import.publish.hint')}
              />
            </ActionForm>
            <p className="mt-4 flex flex-wrap gap-x-6 gap-y-1 text-sm">
              <a href="/stewardship/import/template" download>
                {t('stewardship.import.template')}
              </a>
              <a href="/stewardship/import/register" download>
                {t('stewardship.import.register')}
              </a>
            </p>
            <Disclosure summary={t('stewardship.import.form')} className="mt-3">
              <CsvForm t={t} />
            </Disclosure>
          </Panel>
        )}
        <Panel title={t('stewardship.import.recent')}>
          <RecentImports t={t} language={language} items={items} />
        </Panel>
      </div>
    </>
  )
}
