import type { Metadata } from 'next'
import { show } from '@/app/show'
import { Changes } from '@/components/agreements/changes'
import { type Text, text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { TextArea, TextInput } from '@/components/ui/text-fields'
import { type TextDraft, textDraft } from '@/lib/agreements/queries/administration'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { begin, discard, publish, save } from '../actions'

type Props = { params: Promise<{ kind: string }> }
type Draft = NonNullable<TextDraft['draft']>
type Part = { t: Text; language: Language; kind: TextDraft['kind']; draft: Draft }

async function read({ params }: Props) {
  const [ctx, { kind }] = await Promise.all([requestContext(), params])
  return { ctx, shown: await show(textDraft(ctx, { kind }), `/administration/agreements/${kind}`) }
}

const titleOf = (t: Text, { kind: code, draft }: TextDraft): string => {
  const kind = t(`agreements.kind.${code}`)
  return draft ? t('agreements.draft.title', { kind, version: draft.version }) : t('agreements.draft.none', { kind })
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { ctx, shown } = await read(props)
  return { title: titleOf(text(ctx.language), shown) }
}

const Hidden = ({ kind, draft }: Pick<Part, 'kind' | 'draft'>) => (
  <>
    <input type="hidden" name="kind" value={kind} />
    <input type="hidden" name="expectedRevision" value={draft.revision} />
  </>
)

function Words({ t, language, kind, draft }: Part) {
  return (
    <ActionForm
      action={save}
      language={language}
      submit={t('agreements.draft.save')}
      done={t('agreements.draft.saved')}
    >
      <Hidden kind={kind} draft={draft} />
      <TextInput name="titleEn" label={t('agreements.draft.title.en')} defaultValue={draft.titleEn} />
      <TextInput name="titleSv" label={t('agreements.draft.title.sv')} defaultValue={draft.titleSv} />
      <TextArea
        name="bodyEn"
        label={t('agreements.draft.body.en')}
        hint={t('agreements.draft.hint')}
        defaultValue={draft.bodyEn}
        rows={12}
      />
      <TextArea
        name="bodySv"
        label={t('agreements.draft.body.sv')}
        hint={t('agreements.draft.hint')}
        defaultValue={draft.bodySv}
        rows={12}
      />
    </ActionForm>
  )
}

function Publication({ t, language, kind, draft }: Part) {
  const words = t('agreements.draft.publish', { version: draft.version })
  return (
    <div className="grid gap-3">
      <p className="text-soft">{t('agreements.draft.publish.text')}</p>
      <Disclosure summary={words}>
        <ActionForm action={publish} language={language} submit={words} look="danger">
          <Hidden kind={kind} draft={draft} />
          <TextArea name="changeNote" label={t('agreements.draft.note')} rows={3} optional={draft.version === 1} />
          <TextInput
            name="noticeDays"
            type="number"
            width="short"
            min={0}
            max={365}
            label={t('agreements.draft.notice')}
            defaultValue={draft.version === 1 ? 0 : 30}
          />
        </ActionForm>
      </Disclosure>
      <Disclosure summary={t('agreements.draft.discard')}>
        <ActionForm action={discard} language={language} submit={t('agreements.draft.discard')} look="danger">
          <Hidden kind={kind} draft={draft} />
        </ActionForm>
      </Disclosure>
    </div>
  )
}

export default async function DraftPage(props: Props) {
  const { ctx, shown } = await read(props)
  const { language } = ctx
  const t = text(language)
  const { kind, draft, published } = shown
  const crumbs = [
    { href: '/administration', label: t('identity.administration.title') },
    { href: '/administration/agreements', label: t('agreements.desk.title') },
  ]
  const part = draft && { t, language, kind, draft }
  return (
    <>
      <PageHeader above={<Breadcrumbs crumbs={crumbs} language={language} />} title={titleOf(t, shown)} />
      {!part && (
        <Panel>
          <p className="mb-3">{t('agreements.draft.none.text')}</p>
          <ActionForm action={begin} language={language} submit={t('agreements.desk.draft.begin')}>
            <input type="hidden" name="kind" value={kind} />
          </ActionForm>
        </Panel>
      )}
      {part && (
        <div className="grid gap-5">
          <Panel title={t('agreements.draft.words')}>
            <Words key={part.draft.revision} {...part} />
          </Panel>
          {published &&
            (['En', 'Sv'] as const).map((side) => (
              <Panel
                key={side}
                title={`${t('agreements.changes', { version: published.version })} (${side.toLowerCase()})`}
              >
                <Changes
                  t={t}
                  before={published[`body${side}`]}
                  after={part.draft[`body${side}`]}
                  lang={side.toLowerCase()}
                />
              </Panel>
            ))}
          <Panel>
            <Publication {...part} />
          </Panel>
        </div>
      )}
    </>
  )
}
