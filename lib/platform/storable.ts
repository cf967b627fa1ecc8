const deepest = 64

/**
 * Whether PostgreSQL can keep every text in `value`: none holds U+0000 or half of a surrogate pair, neither of which is text
 * (Unicode 3.9), and nothing nests deeper than 64. Looks into plain objects and lists only.
 */
export function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (depth > deepest) return false
  if (Array.isArray(value)) return value.every((item) => isStorable(item, depth + 1))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return true
  return Object.entries(value).every(([key, item]) => isStorable(key) && isStorable(item, depth + 1))
}
