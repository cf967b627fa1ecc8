type FormFact<Type extends string, Data extends object> = {
  readonly type: `access.form-${Type}`
  readonly stream: `access-form:${string}`
  readonly subjectId: string
  readonly data: { readonly slug: string } & Data
}

const about =
  <Data extends object>() =>
  <Type extends string>(type: Type) =>
  (formId: string, data: { slug: string } & Data): FormFact<Type, Data> => ({
    type: `access.form-${type}`,
    stream: `access-form:${formId}`,
    subjectId: formId,
    data,
  })

type Revised = { revision: number }

/** What happens to forms, in codes only: what they ask stands in their versions. */
export const happened = {
  formCreated: about<Revised>()('created'),
  formDraftSaved: about<Revised>()('draft-saved'),
  formDraftDiscarded: about<Revised>()('draft-discarded'),
  formPublished: about<Revised & { version: number; versionId: string }>()('published'),
  formRetired: about<Revised>()('retired'),
  formReinstated: about<Revised>()('reinstated'),
} as const
