import type { ReactNode } from 'react'
import { text } from '@/components/messages'
import { Select, TextArea, TextInput } from '@/components/ui/text-fields'
import { modalities, modalityLabel } from '@/lib/catalogue/rules/modality'
import { organLabel } from '@/lib/catalogue/rules/organs'
import type { Language } from '@/lib/platform/messages'

type Values = { title: string; description: string; modality: readonly string[]; organ: readonly string[] }
type Props = { language: Language; values?: Values; hint?: string; between?: ReactNode }

const modalityOptions = (language: Language) =>
  Object.keys(modalities).map((code) => ({ value: code, label: `${code} · ${modalityLabel(code, language)}` }))

/** What a wished collection is: title, description, modality and organ; for proposals and for the priority list. */
export function CollectionFields({ language, values, hint, between }: Props) {
  const t = text(language)
  return (
    <>
      <TextInput name="title" label={t('priorities.form.title')} defaultValue={values?.title} width="full" />
      <TextArea
        name="description"
        label={t('priorities.form.description')}
        hint={hint}
        defaultValue={values?.description}
        rows={4}
      />
      {between}
      <Select
        name="modality"
        label={t('priorities.form.modality')}
        options={modalityOptions(language)}
        empty="–"
        defaultValue={values?.modality[0]}
        optional
      />
      <TextInput
        name="organ"
        label={t('priorities.form.organ')}
        defaultValue={values?.organ[0]}
        width="medium"
        optional
      />
    </>
  )
}

/** Modality and organ of a wished collection, as words. */
export function collectionTags(language: Language, item: Pick<Values, 'modality' | 'organ'>): string[] {
  return [
    ...item.modality.map((code) => modalityLabel(code, language)),
    ...item.organ.map((organ) => organLabel(organ, language)),
  ]
}
