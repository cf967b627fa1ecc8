import type { Text } from '@/components/messages'
import { Disclosure } from '@/components/ui/disclosure'
import type { ProjectType } from '@/lib/projects/rules/types'

type Ended = { slug: string; name: string; type: ProjectType; startsOn: string; endsOn: string }

/** One's projects that are over, for who looks for them. */
export function EndedProjects({ t, projects }: { t: Text; projects: readonly Ended[] }) {
  if (projects.length === 0) return null
  return (
    <Disclosure summary={t('project.own.ended', { count: projects.length })}>
      <ul className="grid gap-1.5">
        {projects.map(({ slug, name, type, startsOn, endsOn }) => (
          <li key={slug} className="flex flex-wrap items-baseline gap-x-3">
            <a href={`/projects/${slug}`}>{name}</a>
            <span className="text-sm text-soft">
              {t(`projects.kind.${type}`)}, {t('project.period', { from: startsOn, until: endsOn })}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
