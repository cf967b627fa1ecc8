import type { FormContent, FormField } from '../schema/forms'

const withFields = (form: FormContent, fields: readonly FormField[]): FormContent => ({ ...form, fields: [...fields] })

/** With a new field last, or at that place, counted from 0. */
export const addField = (form: FormContent, field: FormField, place: number = form.fields.length): FormContent =>
  withFields(form, form.fields.toSpliced(place, 0, field))

/** With the field of that key as it is now; as it was where there is none. */
export const changeField = (form: FormContent, key: string, field: FormField): FormContent =>
  withFields(
    form,
    form.fields.map((one) => (one.key === key ? field : one)),
  )

/** Without that field. Conditions that name it are left: the schema says where they stand. */
export const removeField = (form: FormContent, key: string): FormContent =>
  withFields(
    form,
    form.fields.filter((one) => one.key !== key),
  )

/** With the field at that place, counted from 0; the others close ranks. */
export function moveField(form: FormContent, key: string, place: number): FormContent {
  const field = form.fields.find((one) => one.key === key)
  return field ? addField(removeField(form, key), field, Math.max(0, place)) : form
}

/** A key for a new field, from its English words, that no other field has. */
export function freeKey(form: FormContent, label: string): string {
  const stem =
    label
      .normalize('NFD')
      .toLowerCase()
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '')
      .slice(0, 32)
      .replace(/-+$/, '') || 'field'
  const taken = new Set(form.fields.map(({ key }) => key))
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? stem : `${stem}-${n}`
    if (!taken.has(key)) return key
  }
}
