/** A remark, as far as it decides who is told of it. */
type Said = {
  readonly authorId: string
  /** Whether those who ask see it: always what they write themselves. */
  readonly isPublic: boolean
}
type Concerned = { readonly applicantId: string; readonly handlers: readonly string[] }

/** Who is told of a remark: whoever handles the request, and the applicant of what they may see; never who wrote it. */
export function toldOfRemark({ authorId, isPublic }: Said, { applicantId, handlers }: Concerned) {
  const others = handlers.filter((id) => id !== authorId)
  const applicant = isPublic && applicantId !== authorId ? applicantId : null
  return { applicant, handlers: others }
}
