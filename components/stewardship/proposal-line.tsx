import { text } from '@/components/messages'
import { collectionTags } from '@/components/priorities/collection-fields'
import { proposalLooks } from '@/components/priorities/own-proposals'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { RadioGroup } from '@/components/ui/choice-fields'
import { Disclosure } from '@/components/ui/disclosure'
import { formatAge, formatDate } from '@/components/ui/format'
import { Panel } from '@/components/ui/panel'
import { StateBadge, Tag } from '@/components/ui/tag'
import { TextArea } from '@/components/ui/text-fields'
import type { proposalsForStewards } from '@/lib/catalogue/queries/priorities'
import type { Language } from '@/lib/platform/messages'

type Item = Awaited<ReturnType<typeof proposalsForStewards>>['items'][number]
type Props = { language: Language; now: Date; item: Item; decide: FormAction; isOwn: boolean }

function Answer({ language, item, decide }: Pick<Props, 'language' | 'item' | 'decide'>) {
  const t = text(language)
  const options = (['take-up', 'decline'] as const).map((value) => ({
    value,
    label: t(`stewardship.proposal.${value}`),
    hint: value === 'take-up' ? t('stewardship.proposal.take-up.hint') : undefined,
  }))
  return (
    <Disclosure className="mt-3" summary={t('stewardship.proposal.answer')}>
      <ActionForm action={decide} language={language} submit={t('stewardship.proposal.answer')}>
        <input type="hidden" name="proposalId" value={item.id} />
        <input type="hidden" name="expectedRevision" value={item.revision} />
        <RadioGroup name="decision" label={t('stewardship.proposal.decision')} options={options} />
        <TextArea
          name="reason"
          label={t('stewardship.proposal.reason')}
          hint={t('stewardship.proposal.reason.hint')}
          rows={3}
        />
      </ActionForm>
    </Disclosure>
  )
}

/** A proposed collection as stewards see it, with the form that answers it. */
export function ProposalLine({ language, now, item, decide, isOwn }: Props) {
  const t = text(language)
  const { id, title, description, clinicalNeed, state, by, at, reason, decidedAt, mayDecide } = item
  const when =
    state === 'proposed' ? t('stewardship.waited', { age: formatAge(at, now, language) }) : formatDate(decidedAt ?? at)
  return (
    <Panel
      id={id}
      title={title}
      actions={<StateBadge {...proposalLooks[state]}>{t(`priorities.proposal.${state}`)}</StateBadge>}
    >
      <p className="text-sm text-soft">
        {t('stewardship.by', { name: by })} · {when}
      </p>
      <p className="mt-2 max-w-[70ch] whitespace-pre-line">{description}</p>
      <p className="mt-2 max-w-[70ch] whitespace-pre-line">
        <span className="font-medium">{t('stewardship.proposal.need')}:</span> {clinicalNeed}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {collectionTags(language, item).map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
      </div>
      {reason && <p className="mt-2">{t('priorities.proposal.answer', { reason })}</p>}
      {mayDecide && <Answer language={language} item={item} decide={decide} />}
      {isOwn && state === 'proposed' && <p className="mt-2 text-soft">{t('stewardship.proposal.own')}</p>}
    </Panel>
  )
}
