import type { Text } from '@/components/messages'
import type { AccessTermsVersion } from '@/lib/access/queries/terms'
import type { Language } from '@/lib/platform/messages'
import { formatBytes } from '@/lib/platform/size'

type Version = Pick<AccessTermsVersion, 'id' | 'linkEn' | 'linkSv' | 'documentEn' | 'documentSv'>
type Props = { t: Text; language: Language; terms: Version }

const other = { en: 'sv', sv: 'en' } as const

/** What there is in the reader's language, else in the other one. */
function inLanguage<Part>(parts: Readonly<Record<Language, Part | null>>, language: Language) {
  const of = parts[language] === null ? other[language] : language
  const part = parts[of]
  return part === null ? null : { part, of }
}

/** Whether there is more to a version than its text. */
export const hasParts = ({ linkEn, linkSv, documentEn, documentSv }: Version): boolean =>
  [linkEn, linkSv, documentEn, documentSv].some((part) => part !== null)

/** What a version of terms has besides its text: where they stand elsewhere, and a document. Nothing where it has neither. */
export function TermsParts({ t, language, terms }: Props) {
  const link = inLanguage({ en: terms.linkEn, sv: terms.linkSv }, language)
  const document = inLanguage({ en: terms.documentEn, sv: terms.documentSv }, language)
  if (!link && !document) return null
  const foreign = (of: Language) => of !== language && <span className="text-soft"> ({t(`terms.only-${of}`)})</span>
  return (
    <ul className="my-2 grid gap-1.5">
      {link && (
        <li className="min-w-0 break-words">
          {t('terms.link')}{' '}
          <a href={link.part} target="_blank" rel="noopener noreferrer" hrefLang={link.of}>
            {link.part} <span className="text-sm">({t('terms.link.opens')})</span>
          </a>
          {foreign(link.of)}
        </li>
      )}
      {document && (
        <li className="min-w-0 break-words">
          {t('terms.document')}{' '}
          <a href={`/api/v1/access-terms/${terms.id}/documents/${document.of}`} hrefLang={document.of} download>
            {document.part.name}
          </a>{' '}
          <span className="text-sm text-soft">
            PDF, {formatBytes(document.part.size, language)}. SHA-256{' '}
            <code className="break-all">{document.part.sha256}</code>
          </span>
          {foreign(document.of)}
        </li>
      )}
    </ul>
  )
}
