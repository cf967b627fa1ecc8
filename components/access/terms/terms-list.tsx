import { TextBody } from '@/components/agreements/text-body'
import type { Text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { formatDate } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import type { AccessTermsVersion } from '@/lib/access/queries/terms'
import type { Language } from '@/lib/platform/messages'
import { TermsParts } from './terms-parts'

type Version = AccessTermsVersion
type Props = { t: Text; language: Language; now: Date }

/** What terms are called by what they are for. */
export function subjectWords(t: Text, subject: string): string {
  if (subject === 'standard') return t('terms.standard')
  const [kind, name = ''] = subject.split(':')
  return kind === 'dataset' ? t('terms.dataset', { slug: name }) : t('terms.extra', { name })
}

function OneVersion({ t, language, now, version: one }: Props & { version: Version }) {
  const { version, titleEn, titleSv, bodyEn, bodySv, changeNote, publishedAt, bindsFrom } = one
  const day = formatDate(bindsFrom)
  return (
    <li className="grid gap-1 border-b border-line pb-3 last:border-b-0 last:pb-0">
      <span>
        <span className="font-medium">{t('terms.version', { version })}</span> {language === 'sv' ? titleSv : titleEn}
      </span>
      <span className="text-sm text-soft">
        {t('terms.published', { day: formatDate(publishedAt) })},{' '}
        {bindsFrom > now ? t('terms.to-bind', { day }) : t('terms.binds', { day })}
      </span>
      {changeNote && <span className="text-sm whitespace-pre-line">{t('terms.changed', { note: changeNote })}</span>}
      <Disclosure summary={t('terms.read', { version })}>
        <TextBody text={language === 'sv' ? bodySv : bodyEn} lang={language} />
      </Disclosure>
      <TermsParts t={t} language={language} terms={one} />
    </li>
  )
}

/** The terms of one subject in every version, the newest first, and the way to its next one. */
export function TermsPanel({ subject, versions, ...props }: Props & { subject: string; versions: readonly Version[] }) {
  const { t } = props
  const name = subjectWords(t, subject)
  return (
    <Panel
      title={name}
      actions={
        <LinkButton
          href={`/stewardship/terms/new?${new URLSearchParams({ subject })}`}
          size="small"
          aria-label={t('terms.next.of', { name })}
        >
          {t('terms.next')}
        </LinkButton>
      }
    >
      <ul className="grid gap-3">
        {versions.map((version) => (
          <OneVersion key={version.id} {...props} version={version} />
        ))}
      </ul>
    </Panel>
  )
}
