import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Panel } from '@/components/ui/panel'
import { Select, TextInput } from '@/components/ui/text-fields'
import type { OwnRequests } from '@/lib/access/queries/own-requests'
import type { Language } from '@/lib/platform/messages'

type Props = {
  t: Text
  language: Language
  slug: string
  drafts: OwnRequests['items']
  projects: OwnRequests['mayAskFor']
  /** The form that a request for the dataset is made with. */
  asked: { form: string; title: { en: string; sv: string } | null }
  begin: FormAction
  add: FormAction
}

/** Drafts that cannot take the dataset, as they are asked with another form. */
function Apart({ t, drafts }: Pick<Props, 't' | 'drafts'>) {
  if (drafts.length === 0) return null
  return (
    <p className="mb-4 max-w-[70ch] text-soft">
      {t('requests.ask.apart')}{' '}
      {drafts.map(({ id, title, reference }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <a href={`/requests/${id}`}>{title || reference}</a>
        </span>
      ))}
    </p>
  )
}

/** Puts a dataset into a draft that one has, or begins a request with it. */
export function AskPanel({ t, language, slug, drafts, projects, asked, begin, add }: Props) {
  const others = drafts.filter(({ datasets }) => !datasets.some((one) => one.slug === slug))
  const fits = ({ formAddress, datasets }: Props['drafts'][number]) =>
    formAddress === null || formAddress === asked.form || datasets.length === 0
  const open = others.filter(fits)
  const inDraft = drafts.find(({ datasets }) => datasets.some((one) => one.slug === slug))
  return (
    <Panel title={t('requests.ask')}>
      {asked.title && (
        <p className="mb-4 max-w-[70ch] text-soft">{t('requests.ask.form', { title: asked.title[language] })}</p>
      )}
      {inDraft && (
        <p className="mb-4">
          {t('requests.ask.already')} <a href={`/requests/${inDraft.id}`}>{inDraft.title || inDraft.reference}</a>
        </p>
      )}
      {open.length > 0 && (
        <ActionForm action={add} language={language} submit={t('requests.ask.add')} look="plain" className="mb-6">
          <input type="hidden" name="add" value={slug} />
          <Select
            name="request"
            label={t('requests.ask.draft')}
            options={open.map(({ id, title, reference }) => ({ value: id, label: `${reference} ${title}` }))}
            width="long"
          />
        </ActionForm>
      )}
      <Apart t={t} drafts={others.filter((one) => !fits(one))} />
      <ActionForm action={begin} language={language} submit={t('requests.ask.begin')} look="primary">
        <input type="hidden" name="datasets" value={slug} />
        <TextInput name="title" label={t('requests.field.title')} hint={t('requests.hint.title')} optional />
        {projects.length > 0 ? (
          <Select
            name="project"
            label={t('requests.fact.project')}
            options={projects.map(({ slug: value, name }) => ({ value, label: name }))}
            empty={t('requests.ask.own-project')}
            width="long"
            optional
          />
        ) : (
          <p className="mb-4 max-w-[70ch] text-soft">{t('requests.ask.no-project')}</p>
        )}
        <TextInput
          name="institution"
          label={t('requests.field.institution')}
          hint={t('requests.hint.institution')}
          optional
        />
      </ActionForm>
    </Panel>
  )
}
