import { type Text, text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { formatDateTime } from '@/components/ui/format'
import { EmptyState } from '@/components/ui/notice'
import { type Column, Table } from '@/components/ui/table'
import { StateBadge } from '@/components/ui/tag'
import { TextInput } from '@/components/ui/text-fields'
import type { weekList } from '@/lib/booking/queries/week-list'
import type { Language } from '@/lib/platform/messages'

type List = Awaited<ReturnType<typeof weekList>>
type Line = List['lines'][number]
type Props = { language: Language; list: List; now: Date; report: FormAction }

const nameOf = ({ machine, slot }: Line): string => `${machine.name} ${slot}`

function State({ t, line, begun }: { t: Text; line: Line; begun: boolean }) {
  const { booked, closed } = line
  if (closed !== null) return <StateBadge tone="idle">{t('compute.state.closed', { reason: closed })}</StateBadge>
  if (!booked) return <StateBadge tone="info">{t('compute.state.free')}</StateBadge>
  if (booked.readyAt) {
    return <StateBadge tone="ok">{t('compute.state.ready', { at: formatDateTime(booked.readyAt) })}</StateBadge>
  }
  return <StateBadge tone="wait">{t(begun ? 'compute.state.preparing' : 'compute.state.booked')}</StateBadge>
}

function ReadyForm({ t, line, language, report }: { t: Text; line: Line; language: Language; report: FormAction }) {
  const { booked } = line
  if (!booked) return null
  return (
    <ActionForm
      action={report}
      language={language}
      submit={t(booked.readyAt ? 'compute.ready.again' : 'compute.ready.submit')}
      look={booked.readyAt ? 'plain' : 'primary'}
      done={t('compute.ready.done')}
    >
      <input type="hidden" name="bookedWeek" value={booked.bookedWeek} />
      <TextInput
        name="address"
        label={t('compute.ready.address', { slot: nameOf(line) })}
        defaultValue={booked.address ?? ''}
        width="medium"
        autoComplete="off"
        spellCheck={false}
      />
    </ActionForm>
  )
}

/** Of a session: whether its machine is set up anew or left up, and whether it is taken down afterwards. */
const Session = ({ t, booked }: { t: Text; booked: NonNullable<Line['booked']> }) => (
  <>
    {t(booked.continues ? 'compute.session.continues' : 'compute.session.new')}
    <span className="block text-sm text-soft">
      {t(booked.goesOn ? 'compute.session.goes-on' : 'compute.session.ends')}
    </span>
  </>
)

function columnsOf({ language, list, now, report }: Props): Column<Line>[] {
  const t = text(language)
  const [begun, over] = [list.startsAt <= now, list.endsAt <= now]
  return [
    {
      key: 'slot',
      label: t('compute.slot'),
      cell: (line) => (
        <>
          {nameOf(line)} <span className="block text-sm text-soft">{t('compute.slot.gpus', { gpus: line.gpus })}</span>
        </>
      ),
    },
    {
      key: 'project',
      label: t('compute.holder'),
      cell: ({ booked }) =>
        booked && (
          <>
            {booked.project.name}
            <span className="block text-sm text-soft">{t('compute.holder.pi', { pi: booked.pi })}</span>
          </>
        ),
    },
    { key: 'session', label: t('compute.session'), cell: ({ booked }) => booked && <Session t={t} booked={booked} /> },
    {
      key: 'state',
      label: t('compute.state'),
      long: true,
      cell: (line) => {
        const form = <ReadyForm t={t} line={line} language={language} report={report} />
        return (
          <div className="grid gap-2">
            <State t={t} line={line} begun={begun} />
            {line.booked?.address && <code className="break-all">{line.booked.address}</code>}
            {line.booked && begun && !over && !line.booked.readyAt && form}
            {line.booked?.readyAt && begun && !over && (
              <Disclosure summary={t('compute.ready.change')}>{form}</Disclosure>
            )}
          </div>
        )
      },
    },
  ]
}

/** Every slot of a week, with what is to be done for it. */
export function WeekLines(props: Props) {
  const t = text(props.language)
  return (
    <Table
      caption={t('compute.week.caption')}
      hideCaption
      columns={columnsOf(props)}
      rows={props.list.lines}
      rowKey={nameOf}
      empty={<EmptyState title={t('compute.week.none')} />}
    />
  )
}
