import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { show } from '@/app/show'
import { AboutForm } from '@/components/access/forms/builder'
import { FieldForm } from '@/components/access/forms/field-form'
import { text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { LinkButton } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { keptForm } from '@/lib/access/queries/forms-kept'
import { fieldKinds } from '@/lib/access/schema/forms'
import { requestContext } from '@/lib/identity/session'
import { dropField, saveField } from './actions'

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ form: string; field: string }>; searchParams: Promise<Query> }

async function read({ params, searchParams }: Props) {
  const [ctx, { form, field: key }, { kind: asked, place }] = await Promise.all([
    requestContext(),
    params,
    searchParams,
  ])
  const kept = await show(keptForm(ctx, { form }), `/stewardship/forms/${form}/fields/${key}`)
  const { fields } = kept.content
  const old = fields.findIndex((one) => one.key === key)
  const field = key === 'new' ? null : (fields[old] ?? notFound())
  if (!kept.mayWrite) notFound()
  const kind = field?.kind ?? fieldKinds.find((one) => one === asked) ?? 'text'
  const at = field ? old : Math.min(Number(place ?? fields.length) || 0, fields.length)
  return { ctx, kept, field, kind, at }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { ctx, field, kind } = await read(props)
  const t = text(ctx.language)
  return { title: field ? field.label[ctx.language] : t('forms.field.new', { kind: t(`access.kind.${kind}`) }) }
}

export default async function FieldPage(props: Props) {
  const { ctx, kept, field, kind, at } = await read(props)
  const { language } = ctx
  const t = text(language)
  const back = `/stewardship/forms/${kept.form}`
  const crumbs = [
    { href: '/stewardship/forms', label: t('forms.title') },
    { href: back, label: kept.content.title[language] },
  ]
  const word = t(`access.kind.${kind}`)
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={crumbs} language={language} />}
        title={field ? t('forms.field.of', { label: field.label[language] }) : t('forms.field.new', { kind: word })}
        state={field ? <span>{word}</span> : undefined}
        lead={field ? t('forms.field.key.is', { key: field.key }) : undefined}
      />
      <Panel>
        <ActionForm
          key={kept.revision}
          action={saveField}
          language={language}
          submit={t(field ? 'forms.save' : 'forms.field.add')}
          beside={<LinkButton href={back}>{t('forms.back')}</LinkButton>}
        >
          <AboutForm kept={kept} />
          <input type="hidden" name="field" value={field?.key ?? ''} />
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="place" value={at} />
          <FieldForm language={language} kind={kind} field={field} before={kept.content.fields.slice(0, at)} />
        </ActionForm>
      </Panel>
      {field && (
        <div className="mt-5">
          <ConfirmDialog
            open={`${t('forms.field.remove')}…`}
            openLook="danger"
            look="danger"
            title={t('forms.field.remove')}
            submit={t('forms.field.remove')}
            action={dropField}
            language={language}
          >
            <AboutForm kept={kept} />
            <input type="hidden" name="field" value={field.key} />
            <p className="mb-4">{t('forms.field.remove.text')}</p>
          </ConfirmDialog>
        </div>
      )}
    </>
  )
}
