import type { Text } from '@/components/messages'
import { CheckboxGroup, RadioGroup } from '@/components/ui/choice-fields'
import { Select } from '@/components/ui/text-fields'
import type { VerbProps } from './verb-fields'
import { wordFor } from './words'

type Reached = readonly { readonly dataset: string; readonly reference: string }[]

/** How far an act reaches, in words: how many grants of which requests. */
function reachWords(t: Text, reached: Reached): string {
  const requests = [...new Set(reached.map(({ reference }) => reference))]
  const datasets = [...new Set(reached.map(({ dataset }) => dataset))]
  if (reached.length === 0) return t('handling.reach.nothing')
  return t('handling.reach.says', {
    grants: reached.length,
    datasets: datasets.join(', '),
    requests: requests.join(', '),
  })
}

const reaches = ['grant', 'person', 'project'] as const

/** This request, one person in whatever request, or every request of the project: each with what it would reach now. */
function Reach({ t, request: { handling, members } }: VerbProps) {
  const reach = handling?.reach
  if (!reach) return null
  const hints = {
    grant: reachWords(t, reach.grants),
    person: t('handling.reach.person.hint'),
    project: reachWords(t, reach.project),
  }
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? ''
  return (
    <>
      <RadioGroup
        name="reach"
        label={t('requests.field.reach')}
        options={reaches.map((value) => ({ value, label: wordFor(t, 'reach', value), hint: hints[value] }))}
        defaultValue="grant"
      />
      <div className="hidden group-has-[input[value=person]:checked]/reach:block">
        <Select
          name="person"
          label={t('handling.reach.whom')}
          hint={t('handling.reach.whom.hint')}
          options={reach.people.map(({ id, grants }) => ({
            value: id,
            label: `${nameOf(id)}: ${reachWords(t, grants)}`,
          }))}
          empty={t('handling.reach.nobody')}
          width="long"
          optional
        />
      </div>
    </>
  )
}

// What belongs to one reach is asked once that is chosen; by the style sheet alone, so that it works without scripts.
export const SuspendReach = (props: VerbProps) => (
  <div className="group/reach">
    <Reach {...props} />
  </div>
)

/** What is taken, with which grants of the request where it does not take all of them. */
export function RevokeReach(props: VerbProps) {
  const { t, request } = props
  const grants = request.handling?.reach.grants ?? []
  return (
    <div className="group/reach">
      <Reach {...props} />
      {grants.length > 1 && (
        <div className="hidden group-has-[input[value=grant]:checked]/reach:block">
          <CheckboxGroup
            name="grants"
            label={t('handling.reach.grants')}
            hint={t('handling.reach.grants.hint')}
            options={grants.map(({ id, dataset }) => ({ value: id, label: dataset }))}
            optional
          />
        </div>
      )}
    </div>
  )
}
