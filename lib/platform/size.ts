const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB'] as const

/**
 * A size in powers of 1000, rounded to two decimals of which a closing zero is kept only where three digits would not
 * be shown otherwise: 12.3 TB, 1.80 TB, 10.74 TB. Swedish writes a decimal comma.
 */
export function formatBytes(bytes: number, language: 'en' | 'sv' = 'en'): string {
  let value = bytes
  let unit = 0
  while (unit < units.length - 1 && Number(value.toFixed(2)) >= 1000) {
    value /= 1000
    unit += 1
  }
  if (unit === 0) return `${bytes}\u00a0B`
  let text = value.toFixed(2)
  while (text.endsWith('0') && text.includes('.') && text.replace('.', '').length > 3) text = text.slice(0, -1)
  text = text.replace(/\.$/, '')
  return `${language === 'sv' ? text.replace('.', ',') : text}\u00a0${units[unit]}`
}
