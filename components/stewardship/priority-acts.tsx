import { text } from '@/components/messages'
import { CollectionFields } from '@/components/priorities/collection-fields'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { RadioGroup } from '@/components/ui/choice-fields'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Disclosure } from '@/components/ui/disclosure'
import { formatDate } from '@/components/ui/format'
import { TextInput } from '@/components/ui/text-fields'
import type { PriorityItem } from '@/lib/catalogue/queries/priorities'
import type { Language } from '@/lib/platform/messages'

export type PriorityActs = Record<'add' | 'edit' | 'move' | 'mark' | 'close', FormAction>
type Props = { language: Language; item: PriorityItem; last: number; acts: PriorityActs }

function About({ item: { id, revision } }: { item: PriorityItem }) {
  return (
    <>
      <input type="hidden" name="itemId" value={id} />
      <input type="hidden" name="expectedRevision" value={revision} />
    </>
  )
}

/** A form of one button. */
function OneButton(
  props: Pick<Props, 'language' | 'item'> & { action: FormAction; word: string; name: string; value: string },
) {
  const { language, item, action, word, name, value } = props
  return (
    <ActionForm action={action} language={language} submit={word} look="plain">
      <About item={item} />
      <input type="hidden" name={name} value={value} />
    </ActionForm>
  )
}

/** The day of the decision, for a new item and for one that is edited. */
export function DecidedOn({ language, value }: { language: Language; value?: Date }) {
  const t = text(language)
  return (
    <TextInput
      name="decidedOn"
      label={t('stewardship.priorities.decidedOn')}
      hint={t('stewardship.hint.day')}
      defaultValue={value && formatDate(value)}
      width="short"
    />
  )
}

function Ending({ language, item, acts }: Omit<Props, 'last'>) {
  const t = text(language)
  const options = (['collected', 'dropped'] as const).map((value) => ({
    value,
    label: t(`stewardship.priorities.outcome.${value}`),
  }))
  return (
    <ConfirmDialog
      open={`${t('stewardship.priorities.close')}…`}
      title={item.title}
      submit={t('stewardship.priorities.close')}
      action={acts.close}
      language={language}
    >
      <About item={item} />
      <p className="mb-4">{t('stewardship.priorities.close.text')}</p>
      <RadioGroup name="outcome" label={t('stewardship.priorities.outcome')} options={options} />
      <TextInput
        name="datasetSlug"
        label={t('stewardship.priorities.dataset')}
        hint={t('stewardship.withdraw.replaced.hint')}
        width="medium"
        optional
      />
    </ConfirmDialog>
  )
}

/** What a steward may do with an open item: move, mark, edit, end. */
export function PriorityActions({ language, item, last, acts }: Props) {
  const t = text(language)
  const { rank, state } = item
  const next = state === 'wanted' ? 'collecting' : 'wanted'
  const one = { language, item }
  return (
    <div className="mt-2">
      <div className="flex flex-wrap items-end gap-2">
        {rank > 1 && (
          <OneButton
            {...one}
            action={acts.move}
            word={t('stewardship.priorities.up')}
            name="rank"
            value={`${rank - 1}`}
          />
        )}
        {rank < last && (
          <OneButton
            {...one}
            action={acts.move}
            word={t('stewardship.priorities.down')}
            name="rank"
            value={`${rank + 1}`}
          />
        )}
        <OneButton {...one} action={acts.mark} word={t(`stewardship.priorities.${next}`)} name="state" value={next} />
        <Ending language={language} item={item} acts={acts} />
      </div>
      <Disclosure className="mt-3" summary={t('stewardship.priorities.edit')}>
        <ActionForm action={acts.edit} language={language} submit={t('stewardship.save')}>
          <About item={item} />
          <CollectionFields language={language} values={item} />
          <DecidedOn language={language} value={item.decidedOn} />
        </ActionForm>
      </Disclosure>
    </div>
  )
}
