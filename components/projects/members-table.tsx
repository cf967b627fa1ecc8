import type { Text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import { Avatar } from '@/components/ui/avatar'
import { type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { organisationName } from '@/lib/identity/rules/organisations'
import type { Language } from '@/lib/platform/messages'
import type { MembersSeen } from '@/lib/projects/queries/members'
import { Decision } from './decision'
import { authorityWords } from './marks'

type Member = MembersSeen['people'][number]
type Props = { t: Text; language: Language; slug: string; people: readonly Member[]; remove: FormAction }

function Who({ name, email, organisation }: Member) {
  return (
    <span className="flex gap-3">
      <Avatar name={name} />
      <span className="min-w-0">
        {name}
        <span className="block text-sm font-normal break-all text-soft">{email}</span>
        {organisation && <span className="block text-sm font-normal text-soft">{organisationName(organisation)}</span>}
      </span>
    </span>
  )
}

function May({ t, member: { isPi, authorities } }: { t: Text; member: Member }) {
  if (isPi) return <Tag on>{t('project.pi')}</Tag>
  return authorities.length === 0 ? t('project.may.view') : authorityWords(t, authorities)
}

const columnsOf = ({ t, language, slug, people, remove }: Props): Column<Member>[] => [
  { key: 'name', label: t('identity.name'), cell: (member) => <Who {...member} /> },
  { key: 'may', label: t('project.may'), long: true, cell: (member) => <May t={t} member={member} /> },
  {
    key: 'since',
    label: t('project.joined'),
    cell: ({ joinedAt }) => (joinedAt ? <Time value={joinedAt} language={language} /> : t('project.joined.pi')),
  },
  ...(people.some(({ mayRemove }) => mayRemove)
    ? [
        {
          key: 'remove',
          label: t('project.remove'),
          long: true,
          cell: ({ id, name, mayRemove }: Member) =>
            mayRemove ? (
              <Decision
                language={language}
                summary={t('project.remove.who', { name })}
                action={remove}
                said={{ slug, person: id }}
                grave
              >
                <p className="mb-2 text-sm text-soft">{t('project.remove.text')}</p>
              </Decision>
            ) : (
              <span className="text-soft">–</span>
            ),
        },
      ]
    : []),
]

/** Who takes part in a project, the PI first, with what each may do for it now. */
export function MembersTable(props: Props) {
  const { t, people } = props
  return (
    <Table
      caption={t('project.members')}
      hideCaption
      columns={columnsOf(props)}
      rows={people}
      rowKey={({ id }) => id}
    />
  )
}
