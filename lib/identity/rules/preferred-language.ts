import { isLanguage, type Language } from '@/lib/platform/messages'

/** The first language of an Accept-Language header (RFC 9110 §12.5.4) that the portal speaks, by weight; English otherwise. */
export function preferredLanguage(header: string | null): Language {
  const wanted = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean)
    return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
  })
  const best = wanted.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight)
  return best.map(({ language }) => language).find(isLanguage) ?? 'en'
}
