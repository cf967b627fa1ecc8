import type { Text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { controlClass } from '@/components/ui/control-class'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { TextArea, TextInput } from '@/components/ui/text-fields'
import type { KeptForm } from '@/lib/access/queries/forms-kept'
import { type FormContent, type FormField, fieldKinds } from '@/lib/access/schema/forms'
import type { Language } from '@/lib/platform/messages'
import { notesOf } from './field-notes'
import { FieldOrder } from './field-order'

type Part = { t: Text; language: Language; kept: KeptForm }

/** Which form is meant, and which state of it the page showed. */
export function AboutForm({ kept: { form, revision } }: { kept: KeptForm }) {
  return (
    <>
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="expectedRevision" value={revision} />
    </>
  )
}

/** The fields in their order, to move, open, and add to. */
export function FieldsPanel({ t, language, kept, move }: Part & { move: FormAction }) {
  const { form, revision, content, mayWrite } = kept
  const shown = (field: FormField) => (
    <>
      {mayWrite ? (
        <a href={`/stewardship/forms/${form}/fields/${field.key}`} draggable={false}>
          {field.label[language]}
        </a>
      ) : (
        field.label[language]
      )}
      <span className="block text-sm text-soft">{notesOf(t, language, content, field)}</span>
    </>
  )
  const items = content.fields.map((field) => ({
    key: field.key,
    up: t('forms.field.up', { label: field.label[language] }),
    down: t('forms.field.down', { label: field.label[language] }),
    shown: shown(field),
  }))
  return (
    <Panel title={t('forms.fields')}>
      {items.length === 0 && <p className="text-soft">{t('forms.fields.none')}</p>}
      {mayWrite && items.length > 0 && <p className="mb-2 text-sm text-soft">{t('forms.fields.order')}</p>}
      {mayWrite ? (
        <FieldOrder action={move} form={form} revision={revision} items={items} moved={t('forms.field.moved')} />
      ) : (
        <ol className="ml-5 grid list-decimal gap-2">
          {items.map((item) => (
            <li key={item.key}>{item.shown}</li>
          ))}
        </ol>
      )}
      {mayWrite && <AddField t={t} language={language} kept={kept} />}
    </Panel>
  )
}

const box = classes(controlClass, 'block min-h-10 py-1.5')

/** Leads to the form of a new field: it changes nothing by itself. */
function AddField({ t, language, kept: { form, content } }: Part) {
  return (
    <form
      action={`/stewardship/forms/${form}/fields/new`}
      className="mt-4 flex flex-wrap items-end gap-3 border-t border-line pt-4"
    >
      <label className="basis-56">
        <span className="mb-1 block font-medium">{t('forms.add.kind')}</span>
        <select name="kind" className={box} defaultValue="text">
          {fieldKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`access.kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="min-w-0 flex-1 basis-56">
        <span className="mb-1 block font-medium">{t('forms.add.place')}</span>
        <select name="place" className={box} defaultValue={content.fields.length}>
          {content.fields.map((field, at) => (
            <option key={field.key} value={at}>
              {t('forms.add.place.before', { label: field.label[language] })}
            </option>
          ))}
          <option value={content.fields.length}>{t('forms.add.place.last')}</option>
        </select>
      </label>
      <Button type="submit">{t('forms.add')}</Button>
    </form>
  )
}

/** The words above the fields. */
export function TitleFields({ t, content }: { t: Text; content: FormContent | null }) {
  return (['En', 'Sv'] as const).map((side) => {
    const lang = side === 'En' ? 'en' : 'sv'
    return (
      <div key={side}>
        <TextInput
          name={`title${side}`}
          label={t(`forms.title.${lang}`)}
          defaultValue={content?.title[lang]}
          width="full"
          lang={lang}
        />
        <TextArea
          name={`lead${side}`}
          label={t(`forms.lead.${lang}`)}
          defaultValue={content?.lead?.[lang]}
          optional
          rows={3}
          lang={lang}
        />
      </div>
    )
  })
}

/** The title and the introduction, behind their own words as they seldom change. */
export function AboutPanel({ t, language, kept, save }: Part & { save: FormAction }) {
  const { content, mayWrite } = kept
  return (
    <Panel title={t('forms.about')}>
      <p className="font-medium">{content.title[language]}</p>
      {content.lead && <p className="mb-2 max-w-[70ch] text-soft">{content.lead[language]}</p>}
      {mayWrite && (
        <Disclosure summary={t('forms.field.edit')}>
          <ActionForm action={save} language={language} submit={t('forms.save')} done={t('forms.saved')}>
            <AboutForm kept={kept} />
            <TitleFields t={t} content={content} />
          </ActionForm>
        </Disclosure>
      )}
    </Panel>
  )
}
