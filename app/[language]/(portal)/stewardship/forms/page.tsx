import type { Metadata } from 'next'
import { show } from '@/app/show'
import { TitleFields } from '@/components/access/forms/builder'
import { FormTable } from '@/components/access/forms/form-table'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { RadioGroup } from '@/components/ui/choice-fields'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState, Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-fields'
import { keptForms } from '@/lib/access/queries/forms-kept'
import { requestContext } from '@/lib/identity/session'
import { make } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: text(language)('forms.title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function FormsPage({ searchParams }: Props) {
  const [ctx, { done }] = await Promise.all([requestContext(), searchParams])
  const { language } = ctx
  const t = text(language)
  const { forms, mayWrite } = await show(keptForms(ctx, {}), '/stewardship/forms')
  const from = (['standard', 'empty'] as const).map((value) => ({ value, label: t(`forms.new.from.${value}`) }))
  return (
    <>
      <PageHeader title={t('forms.title')} lead={t('forms.lead')} />
      <div className="grid gap-5">
        {done === 'discarded' && (
          <Notice tone="ok" live>
            {t('forms.discarded')}
          </Notice>
        )}
        {forms.length === 0 ? (
          <EmptyState title={t('forms.empty')}>{t('forms.empty.text')}</EmptyState>
        ) : (
          <Panel>
            <FormTable t={t} language={language} forms={forms} />
          </Panel>
        )}
        {mayWrite && (
          <Panel>
            <Disclosure summary={t('forms.new')}>
              <ActionForm action={make} language={language} submit={t('forms.new.submit')}>
                <TextInput
                  name="form"
                  label={t('forms.new.address')}
                  hint={t('forms.new.address.hint')}
                  width="medium"
                  autoCapitalize="none"
                  spellCheck={false}
                />
                <RadioGroup name="from" label={t('forms.new.from')} options={from} defaultValue="standard" />
                <TitleFields t={t} content={null} />
              </ActionForm>
            </Disclosure>
          </Panel>
        )}
      </div>
    </>
  )
}
