import type { Metadata } from 'next'
import { show } from '@/app/show'
import { AskedFields } from '@/components/access/forms/asked-fields'
import { FormDifferenceTable } from '@/components/access/forms/difference'
import { text } from '@/components/messages'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import { publishedFormVersion } from '@/lib/access/queries/forms'
import { keptForms } from '@/lib/access/queries/forms-kept'
import { differenceOfVersions } from '@/lib/access/rules/forms-difference'
import { requestContext } from '@/lib/identity/session'

type Props = { params: Promise<{ form: string; number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { form, number } = await params
  return { title: `${form} ${number}` }
}

export default async function FormVersionPage({ params }: Props) {
  const [ctx, { form, number }] = await Promise.all([requestContext(), params])
  const { language } = ctx
  const t = text(language)
  const here = `/stewardship/forms/${form}/versions/${number}`
  await show(keptForms(ctx, {}), here)
  const version = await show(publishedFormVersion(ctx, { form, number }), here)
  const { content, before, changeNote, publishedAt, newest } = version
  const crumbs = [
    { href: '/stewardship/forms', label: t('forms.title') },
    { href: `/stewardship/forms/${form}`, label: content.title[language] },
  ]
  const since = before && t('forms.difference.since', { version: before.number })
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={t('forms.version.title', { title: content.title[language], version: version.number })}
        state={
          <>
            <Time value={publishedAt} language={language} />
            {newest === version.number && <span>{t('forms.version.current')}</span>}
          </>
        }
        lead={changeNote || undefined}
      />
      <div className="grid gap-5">
        {before && since && (
          <Panel title={since}>
            <FormDifferenceTable
              t={t}
              language={language}
              difference={differenceOfVersions(before.content, content)}
              caption={since}
            />
          </Panel>
        )}
        <Panel title={t('forms.version.asks')}>
          <AskedFields t={t} language={language} content={content} />
        </Panel>
      </div>
    </>
  )
}
