import type { ReactNode } from 'react'
import { filterBox } from '@/components/identity/filter-box'
import type { Text } from '@/components/messages'
import { Button } from '@/components/ui/button'
import { Tag } from '@/components/ui/tag'
import type { ListedProject } from '@/lib/projects/queries/directory'
import { projectTypes } from '@/lib/projects/rules/types'
import { LifeBadge } from './marks'

/** Words and a kind by which a list of projects is narrowed down. */
export function ProjectFilter(props: { t: Text; q: string; type: string; children?: ReactNode }) {
  const { t, q, type, children } = props
  return (
    <form className="mb-5 flex flex-wrap items-end gap-4">
      <label className="grid flex-1 basis-64 gap-1 font-medium">
        {t('project.filter.words')}
        <input type="search" name="q" maxLength={200} defaultValue={q} className={filterBox} />
      </label>
      <label className="grid gap-1 font-medium">
        {t('project.kind')}
        <select name="type" defaultValue={type} className={filterBox}>
          <option value="">{t('project.filter.any')}</option>
          {projectTypes.map((kind) => (
            <option key={kind} value={kind}>
              {t(`projects.kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      {children}
      <Button type="submit" className="min-h-10">
        {t('project.filter.find')}
      </Button>
    </form>
  )
}

/** Projects of the public directory: who leads them, where, and what they are about. */
export function DirectoryList({ t, projects }: { t: Text; projects: readonly ListedProject[] }) {
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {projects.map(({ id, slug, name, type, life, piName, institutionName, description }) => (
        <li key={id} className="min-w-0 rounded-lg border border-line bg-panel p-4 sm:p-5">
          <h3 className="text-lg">
            <a href={`/projects/${slug}`}>{name}</a>
          </h3>
          <p className="mt-0.5 text-sm text-soft">
            {piName}, {institutionName}
          </p>
          <p className="mt-2 line-clamp-3">{description}</p>
          <p className="mt-3 flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <Tag>{t(`projects.kind.${type}`)}</Tag>
            <LifeBadge t={t} life={life} />
          </p>
        </li>
      ))}
    </ul>
  )
}
