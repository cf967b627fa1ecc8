import type { Text } from '@/components/messages'
import type { ApprovalLine } from '@/lib/ethics/queries/approval-lines'
import type { Language } from '@/lib/platform/messages'
import { DeadlineLine } from './deadline-line'
import { EthicsStatusBadge } from './status'

type Props = { t: Text; language: Language; project: string; lines: readonly ApprovalLine[]; mayRegister: boolean }

/** The approvals of one project in a few lines, for its own pages; with the way to register another. */
export function ProjectApprovals({ t, language, project, lines, mayRegister }: Props) {
  return (
    <div className="grid gap-3">
      {lines.length === 0 && <p className="text-soft">{t('ethics.project.none')}</p>}
      <ul className="grid gap-2">
        {lines.map(({ id, number, title, status, next }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4">
            <a href={`/ethics/${id}`} className="inline-flex min-h-6 items-center">
              {number}
            </a>
            <EthicsStatusBadge t={t} status={status} />
            <span className="basis-full text-sm text-soft">{title}</span>
            {next && (
              <span className="basis-full text-sm">
                <DeadlineLine t={t} language={language} deadline={next} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayRegister && (
        <p>
          <a href={`/ethics/new?project=${encodeURIComponent(project)}`}>{t('ethics.register')}</a>
        </p>
      )}
    </div>
  )
}
