import type { Text } from '@/components/messages'
import { Time } from '@/components/ui/time'
import type { OneApproval } from '@/lib/ethics/queries/one-approval'
import type { CheckedField } from '@/lib/ethics/rules/fields'
import type { Language } from '@/lib/platform/messages'
import { VersionStateBadge } from './status'

type Version = OneApproval['versions'][number]

/** What was found missing in a version, field by field. */
export function Missing({ t, version }: { t: Text; version: Pick<Version, 'checks'> }) {
  const missing = version.checks.filter(({ verdict }) => verdict === 'missing')
  if (missing.length === 0) return null
  return (
    <ul className="list-disc pl-5">
      {missing.map(({ field, note }) => (
        <li key={field}>
          <span className="font-medium">{t(`ethics.field.${field as CheckedField}`)}</span>: {note}
        </li>
      ))}
    </ul>
  )
}

function Judged({ t, language, version }: { t: Text; language: Language; version: Version }) {
  const { judgedAt, judgedBy, judgedNote, state } = version
  if (judgedAt === null) return null
  const words = state === 'verified' ? 'ethics.version.verified' : 'ethics.version.returned'
  return (
    <div className="grid gap-1">
      <div>
        {t(words, { name: judgedBy ?? '' })} <Time value={judgedAt} language={language} />
      </div>
      {judgedNote !== '' && <div className="whitespace-pre-line">{t('ethics.version.note', { note: judgedNote })}</div>}
      <Missing t={t} version={version} />
    </div>
  )
}

/** The versions of an approval, the newest first, with what the officers found. */
export function VersionHistory({
  t,
  language,
  versions,
}: {
  t: Text
  language: Language
  versions: readonly Version[]
}) {
  return (
    <ol className="grid gap-4">
      {versions.toReversed().map((version) => (
        <li key={version.id} className="grid gap-1 border-b border-line pb-3 text-sm last:border-b-0 last:pb-0">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-medium">{t('ethics.version', { version: version.ordinal })}</span>
            <VersionStateBadge t={t} state={version.state} />
          </div>
          {version.submittedAt && (
            <div className="text-soft">
              {t('ethics.version.submitted', { name: version.submittedBy ?? '' })}{' '}
              <Time value={version.submittedAt} language={language} />
            </div>
          )}
          {version.note !== '' && <div className="whitespace-pre-line">{version.note}</div>}
          <Judged t={t} language={language} version={version} />
        </li>
      ))}
    </ol>
  )
}
