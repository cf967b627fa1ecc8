const form =
  /^data\/uploads\/([0-9a-f]{2})\/([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})(\.[0-9a-f-]+\.part)?$/

/** When an id of ours was made (RFC 9562 §5.7), in milliseconds. */
const madeAt = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16)

const dayLength = 86_400_000
/** How long content may lie there without a list that names it: while it comes in, and until its steward has listed it. */
const graceDays = 2

/**
 * Whether content is old enough to be forgotten, if no list names it: the portal itself put it there, as its key says, and more than two
 * days ago. What anybody else put below the same folder is left alone.
 */
export function mayBeForgotten(key: string, now: Date): boolean {
  const [, folder, id = ''] = form.exec(key) ?? []
  if (folder === undefined || !id.endsWith(folder)) return false
  return madeAt(id) + graceDays * dayLength < now.getTime()
}
