import type { Metadata } from 'next'
import { show } from '@/app/show'
import { type Text, text } from '@/components/messages'
import { Decision, Said } from '@/components/projects/decision'
import { Invitations, InviteForm } from '@/components/projects/invitations'
import { MembersTable } from '@/components/projects/members-table'
import { ConfirmationOwed } from '@/components/projects/owed'
import { ProjectFrame } from '@/components/projects/project-frame'
import { ActionForm } from '@/components/ui/action-form'
import { formatDate } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import type { Context } from '@/lib/platform/context'
import { type MembersSeen, projectMembers } from '@/lib/projects/queries/members'
import type { ProjectSeen } from '@/lib/projects/queries/project'
import { confirm, invite, leave, remove, resend, revoke } from '../actions'
import { type ProjectPage, readProject } from '../reading'

export async function generateMetadata(props: ProjectPage): Promise<Metadata> {
  const { ctx, project } = await readProject(props, '/members')
  return { title: `${text(ctx.language)('project.members')}, ${project.name}` }
}

type Part = { ctx: Context; t: Text; project: ProjectSeen }

/** The yearly look at who takes part. */
function Confirmation({ ctx, t, project }: Part) {
  const { slug, revision, memberCount, membersConfirmedAt, confirmationDue, may } = project
  const days = { last: formatDate(membersConfirmedAt), due: formatDate(confirmationDue) }
  return (
    <Panel id="confirm" title={t('project.confirm')}>
      <p className="mb-3 max-w-[70ch] text-soft">{t('project.confirm.text', days)}</p>
      {may.manageMembers && (
        <ActionForm
          action={confirm}
          language={ctx.language}
          look={project.confirmationOverdue ? 'primary' : 'plain'}
          submit={t('project.confirm.do', { count: memberCount })}
          done={t('project.confirm.done')}
        >
          <Said said={{ slug, expectedRevision: revision }} />
        </ActionForm>
      )}
    </Panel>
  )
}

function Inviting({ ctx, t, project, members }: Part & { members: MembersSeen }) {
  const { slug, may, life } = project
  const part = { t, language: ctx.language, slug, actions: { invite, resend, revoke } }
  const open = may.manageMembers && life !== 'over'
  return (
    <>
      {open && (
        <Panel title={t('project.invite.title')}>
          <InviteForm {...part} />
        </Panel>
      )}
      {(may.manageMembers || may.decide) && (
        <Panel title={t('project.invited')}>
          <Invitations {...part} invitations={members.invitations} may={open} />
        </Panel>
      )}
    </>
  )
}

export default async function MembersPage(props: ProjectPage) {
  const { ctx, project } = await readProject(props, '/members')
  const { language, now } = ctx
  const t = text(language)
  const { slug, may } = project
  const members = await show(projectMembers(ctx, { slug }), `/projects/${slug}/members`)
  const part = { ctx, t, project }
  return (
    <ProjectFrame t={t} language={language} project={project}>
      <div className="grid gap-5">
        <ConfirmationOwed t={t} project={project} now={now} />
        <Panel title={t('project.members')}>
          <MembersTable t={t} language={language} slug={slug} people={members.people} remove={remove} />
        </Panel>
        <Confirmation {...part} />
        <Inviting {...part} members={members} />
        {may.leave && (
          <Panel title={t('project.leave')}>
            <p className="mb-2 max-w-[70ch] text-soft">{t('project.leave.text')}</p>
            <Decision language={language} summary={t('project.leave')} action={leave} said={{ slug }} grave />
          </Panel>
        )}
      </div>
    </ProjectFrame>
  )
}
