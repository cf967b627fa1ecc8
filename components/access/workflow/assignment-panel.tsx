import { OneButtonForm } from '@/components/identity/one-button-form'
import type { Text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Panel } from '@/components/ui/panel'
import { StateBadge } from '@/components/ui/tag'
import { Select, TextInput } from '@/components/ui/text-fields'
import type { OwnAssignments } from '@/lib/access/queries/assignments'
import type { Language } from '@/lib/platform/messages'
import { lastDayBefore } from '@/lib/projects/rules/periods'

type Own = OwnAssignments['own'][number]
type Props = { t: Text; language: Language; act: FormAction; today: string }

const roleWord = (t: Text, role: Own['role']) => t(`workflows.role.${role}`)

/** Whether one is there, or until when one is away and who stands in. */
function Presence({ t, one: { isAway, awayUntil, deputy } }: { t: Text; one: Own }) {
  if (!isAway) return <StateBadge tone="ok">{t('assignments.here')}</StateBadge>
  const away = awayUntil ? t('assignments.away', { day: lastDayBefore(awayUntil) }) : t('assignments.away.open')
  return (
    <>
      <StateBadge tone="wait">{away}</StateBadge>
      <span className="text-sm text-soft">
        {deputy ? t('assignments.deputy', { name: deputy.name }) : t('assignments.deputy.none')}
      </span>
    </>
  )
}

function BeAway({ t, language, act, today, one }: Props & { one: Own }) {
  const { workflow, role, deputies, isAway, awayUntil, deputy } = one
  return (
    <ConfirmDialog
      action={act}
      language={language}
      open={
        <>
          {`${t('assignments.be-away')}…`}
          <span className="sr-only"> {`${workflow.name}, ${roleWord(t, role)}`}</span>
        </>
      }
      size="small"
      title={`${t('assignments.be-away')}: ${workflow.name}, ${roleWord(t, role)}`}
      submit={t('assignments.be-away')}
    >
      <input type="hidden" name="workflow" value={workflow.id} />
      <input type="hidden" name="role" value={role} />
      <TextInput
        name="until"
        type="date"
        label={t('assignments.until')}
        min={today}
        width="short"
        defaultValue={isAway && awayUntil ? lastDayBefore(awayUntil) : ''}
      />
      <Select
        name="deputy"
        label={t('assignments.whom')}
        hint={t('assignments.whom.hint')}
        options={deputies.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={deputy?.id}
        empty={t('assignments.whom.nobody')}
        width="long"
        optional
      />
    </ConfirmDialog>
  )
}

/** What one is assigned to, each with whether one is there and the way to say otherwise. */
export function OwnAssigned({ own, ...props }: Props & { own: readonly Own[] }) {
  const { t, act } = props
  return (
    <Panel>
      <ul className="grid gap-4">
        {own.map((one) => (
          <li key={`${one.workflow.id} ${one.role}`} className="flex flex-wrap items-center justify-between gap-3">
            <span className="min-w-0">
              <span className="font-medium">{one.workflow.name}</span>{' '}
              <span className="text-sm text-soft">{roleWord(t, one.role)}</span>
              <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
                <Presence t={t} one={one} />
              </span>
            </span>
            <span className="flex flex-wrap gap-2">
              <BeAway {...props} one={one} />
              {one.isAway && (
                <OneButtonForm
                  action={act}
                  name="role"
                  value={one.role}
                  also={{ workflow: one.workflow.id }}
                  label={t('assignments.back')}
                  about={`${one.workflow.name}, ${roleWord(t, one.role)}`}
                  look="plain"
                />
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** For whom one stands in now. */
export function StandingIn({ t, standingIn }: { t: Text; standingIn: OwnAssignments['standingIn'] }) {
  if (standingIn.length === 0) return null
  return (
    <Panel title={t('assignments.standing-in')}>
      <ul className="grid gap-2">
        {standingIn.map(({ workflow, role, awayUntil, for: name }) => (
          <li key={`${workflow.id} ${role} ${name}`}>
            <span className="font-medium">{workflow.name}</span>{' '}
            <span className="text-sm text-soft">
              {roleWord(t, role)}, {t('assignments.standing-in.for', { name })}
              {awayUntil && `, ${t('assignments.away', { day: lastDayBefore(awayUntil) })}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
