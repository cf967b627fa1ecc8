import type { Metadata } from 'next'
import { show } from '@/app/show'
import { FormFields } from '@/components/access/form/form-fields'
import { Prose } from '@/components/access/form/prose'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Tabs } from '@/components/ui/tabs'
import { keptForm } from '@/lib/access/queries/forms-kept'
import { requestContext } from '@/lib/identity/session'
import { isLanguage } from '@/lib/platform/messages'
import { tryOut } from './actions'

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ form: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language } = await requestContext()
  return { title: `${text(language)('forms.preview')}: ${(await params).form}` }
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const [ctx, { form }, { lang }] = await Promise.all([requestContext(), params, searchParams])
  const t = text(ctx.language)
  const here = `/stewardship/forms/${form}/preview`
  const { content } = await show(keptForm(ctx, { form }), here)
  const language = isLanguage(lang) ? lang : ctx.language
  const crumbs = [
    { href: '/stewardship/forms', label: t('forms.title') },
    { href: `/stewardship/forms/${form}`, label: content.title[ctx.language] },
  ]
  const tabs = [
    { href: `${here}?lang=en`, label: 'English' },
    { href: `${here}?lang=sv`, label: 'Svenska' },
  ]
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={ctx.language} />}
        title={t('forms.preview.title', { title: content.title[language] })}
        lead={t('forms.preview.text')}
      />
      <Tabs label={t('forms.preview.language')} tabs={tabs} current={`${here}?lang=${language}`} />
      <div lang={language}>
        <Panel title={content.title[language]}>
          {content.lead && (
            <div className="mb-5 max-w-[70ch] text-soft">
              <Prose text={content.lead[language]} />
            </div>
          )}
          <ActionForm
            key={language}
            action={tryOut}
            language={language}
            submit={text(language)('forms.preview.try')}
            done={text(language)('forms.preview.right')}
          >
            <input type="hidden" name="form" value={form} />
            <FormFields form={content} answers={{}} language={language} />
          </ActionForm>
        </Panel>
      </div>
    </>
  )
}
