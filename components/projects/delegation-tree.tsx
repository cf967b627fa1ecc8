import type { ReactNode } from 'react'
import type { Text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import { Avatar } from '@/components/ui/avatar'
import { classes } from '@/components/ui/classes'
import { StateBadge, Tag } from '@/components/ui/tag'
import type { Language } from '@/lib/platform/messages'
import type { DelegationSeen } from '@/lib/projects/queries/delegations'
import { type Authority, authorities as every } from '@/lib/projects/rules/authority'
import { Decision } from './decision'

type Part = { t: Text; language: Language; slug: string; piName: string; revoke: FormAction }

// The lines of the tree: down along the branches, and across to each; under the last there is none.
const branchLines =
  'relative pt-3 pl-5 sm:pl-7 before:absolute before:top-0 before:left-0 before:h-full before:border-l-2 before:border-edge last:before:h-8 after:absolute after:top-8 after:left-0 after:w-5 sm:after:w-7 after:border-t-2 after:border-edge'

function May({ t, held }: { t: Text; held: readonly Authority[] }) {
  if (held.length === every.length) return <Tag on>{t('project.authority.all')}</Tag>
  return held.map((authority) => (
    <Tag key={authority} on={authority === 'delegate'}>
      {t(`projects.authority.${authority}`)}
    </Tag>
  ))
}

/** Somebody in the tree: who they are, and what stands under their name. */
function Person({
  name,
  about,
  dashed,
  children,
}: {
  name: string
  about: ReactNode
  dashed?: boolean
  children?: ReactNode
}) {
  const look = dashed ? 'border-dashed border-edge' : 'border-line'
  return (
    <div className={classes('relative z-[1] max-w-xl rounded-lg border bg-panel px-4 py-3', look)}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Avatar name={name} />
        <span className="font-medium">{name}</span>
        {about}
      </div>
      {children}
    </div>
  )
}

const countUnder = ({ branches }: DelegationSeen): number =>
  branches.reduce((sum, branch) => sum + 1 + countUnder(branch), 0)

function Branch({ branch, ...part }: Part & { branch: DelegationSeen }) {
  const { t, language, slug, piName, revoke } = part
  const { id, giver, holder, authorities, from, until, state, mayRevoke, branches } = branch
  const behalf = giver === piName ? 'project.grant.from' : 'project.grant.from.behalf'
  const under = countUnder(branch)
  return (
    <li className={branchLines}>
      <Person
        name={holder}
        dashed={state === 'to-come'}
        about={
          state === 'to-come' ? (
            <StateBadge tone="wait">{t('project.grant.to-come')}</StateBadge>
          ) : (
            <StateBadge tone="ok">{t('project.grant.running')}</StateBadge>
          )
        }
      >
        <div className="mt-2 flex flex-wrap gap-1.5">
          <May t={t} held={authorities} />
        </div>
        <p className="mt-2 text-sm text-soft">{t(behalf, { giver, pi: piName, from, until })}</p>
        {mayRevoke && (
          <Decision
            language={language}
            className="mt-1"
            summary={t('project.grant.end', { holder })}
            submit={t('project.grant.end.now')}
            action={revoke}
            said={{ slug, delegationId: id }}
            grave
          >
            <p className="mb-2 text-sm text-soft">{t('project.grant.end.text', { under })}</p>
          </Decision>
        )}
      </Person>
      {branches.length > 0 && (
        <ul aria-label={t('project.grant.onward', { name: holder })} className="ml-4 sm:ml-6">
          {branches.map((one) => (
            <Branch key={one.id} {...part} branch={one} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** Who may do what for a project, from whom and until when: drawn from the PI down. */
export function DelegationTree({ tree, ...part }: Part & { tree: readonly DelegationSeen[] }) {
  const { t, piName } = part
  return (
    <div>
      <Person name={piName} about={<Tag on>{t('project.pi')}</Tag>}>
        <p className="mt-2 text-sm text-soft">{t('project.grant.root')}</p>
      </Person>
      {tree.length > 0 && (
        <ul aria-label={t('project.grant.onward', { name: piName })} className="ml-4 sm:ml-6">
          {tree.map((branch) => (
            <Branch key={branch.id} {...part} branch={branch} />
          ))}
        </ul>
      )}
    </div>
  )
}
