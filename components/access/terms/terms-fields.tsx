import type { Text } from '@/components/messages'
import { Checkbox, RadioGroup } from '@/components/ui/choice-fields'
import { TextArea, TextInput } from '@/components/ui/text-fields'
import type { AccessTermsVersion } from '@/lib/access/queries/terms'

type Props = { t: Text; subject: string | null; newest: AccessTermsVersion | null }

/** For what terms are: said by the page from which one comes, or chosen here. */
function Subject({ t, subject }: Pick<Props, 't' | 'subject'>) {
  if (subject) return <input type="hidden" name="subject" value={subject} />
  return (
    <>
      <RadioGroup
        name="kind"
        label={t('terms.kind')}
        options={[
          { value: 'standard', label: t('terms.standard') },
          { value: 'dataset', label: t('terms.kind.dataset') },
          { value: 'extra', label: t('terms.kind.extra') },
        ]}
        defaultValue="dataset"
      />
      <TextInput name="subject" label={t('terms.subject')} hint={t('terms.subject.hint')} optional />
    </>
  )
}

type Part = { t: Text; lang: 'En' | 'Sv'; newest: AccessTermsVersion | null }

/** What may come with the text of one language: where the terms stand elsewhere, and a document; that of the version before can stay. */
function Parts({ t, lang, newest }: Part) {
  const before = newest?.[`document${lang}`]
  const of = lang === 'En' ? 'en' : 'sv'
  return (
    <>
      <TextInput
        name={`link${lang}`}
        type="url"
        label={t(`terms.link-${of}`)}
        hint={t('terms.link.hint')}
        defaultValue={newest?.[`link${lang}`] ?? undefined}
        optional
      />
      {before && (
        <Checkbox
          name={`document${lang}Kept`}
          value={before.id}
          label={t(`terms.document-${of}.keep`, { name: before.name })}
          defaultChecked
        />
      )}
      <TextInput
        name={`document${lang}`}
        type="file"
        label={t(`terms.document-${of}`)}
        hint={t('terms.document.hint')}
        accept="application/pdf,.pdf"
        optional
      />
    </>
  )
}

/** What a version of terms says in both languages, what changed, and from when it binds; begun from the version before. */
export function TermsFields({ t, subject, newest }: Props) {
  const text = (lang: 'En' | 'Sv') => ({ title: newest?.[`title${lang}`], body: newest?.[`body${lang}`] })
  const [en, sv] = [text('En'), text('Sv')]
  return (
    <>
      <Subject t={t} subject={subject} />
      <TextInput name="titleEn" label={t('terms.title-en')} defaultValue={en.title} lang="en" />
      <TextInput name="titleSv" label={t('terms.title-sv')} defaultValue={sv.title} lang="sv" />
      <TextArea
        name="bodyEn"
        label={t('terms.body-en')}
        hint={t('terms.body.hint')}
        defaultValue={en.body}
        rows={12}
        lang="en"
      />
      <TextArea
        name="bodySv"
        label={t('terms.body-sv')}
        hint={t('terms.body.hint')}
        defaultValue={sv.body}
        rows={12}
        lang="sv"
      />
      <Parts t={t} lang="En" newest={newest} />
      <Parts t={t} lang="Sv" newest={newest} />
      {(newest || !subject) && (
        <TextArea name="changeNote" label={t('terms.note')} hint={t('terms.note.hint')} rows={2} optional={!newest} />
      )}
      <TextInput
        name="noticeDays"
        type="number"
        min={0}
        max={365}
        label={t('terms.notice')}
        hint={t('terms.notice.hint')}
        defaultValue={newest ? 30 : 0}
        width="short"
      />
    </>
  )
}
