type Side = 'asking' | 'hub' | 'asked' | 'outside'

/** A file of a request, as far as it decides who sees it. */
export type FilePlace = {
  /** The field of the form that it answers. */
  readonly fieldKey: string | null
  /** The remark that it came with. */
  readonly remark: { readonly isPublic: boolean } | null
}

/**
 * Whether somebody of this side sees a file: those who ask see none of a remark that is the hub's alone, those who were asked none that
 * answers a field which is private from them.
 */
export const seesFile = ({ fieldKey, remark }: FilePlace, side: Side, privateFields: ReadonlySet<string>): boolean => {
  if (side === 'asking') return remark === null || remark.isPublic
  if (side === 'outside') return false
  return side === 'hub' || fieldKey === null || !privateFields.has(fieldKey)
}
