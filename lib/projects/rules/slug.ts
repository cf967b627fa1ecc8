/** Words that are pages below /projects, or addresses below /api/v1/projects, themselves. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  'apply',
  'applications',
  'directory',
  'file',
  'invitations',
  'join',
  'new',
  'register',
  'waiting',
])

const longest = 50

/** A project's address made of its name: `Fellowship: Bröstcancer i MR` becomes `fellowship-brostcancer-i-mr`. */
function plainSlug(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '')
  return words === '' ? 'project' : words
}

/** The first address for a project of this name that no project has, or ever had. */
export function freeSlug(name: string, taken: (slug: string) => boolean): string {
  const plain = plainSlug(name)
  const isFree = (slug: string) => !reservedSlugs.has(slug) && !taken(slug)
  if (isFree(plain)) return plain
  for (let n = 2; ; n++) if (isFree(`${plain}-${n}`)) return `${plain}-${n}`
}
