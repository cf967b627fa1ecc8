import { wordFor } from '@/components/access/request/words'
import type { Text } from '@/components/messages'
import { Disclosure } from '@/components/ui/disclosure'
import { InlineChoices } from '@/components/ui/inline-choices'
import { placeOf } from '@/lib/access/rules/states'
import { type Optional, optional, optionalRoles, statesWith } from '@/lib/access/rules/switched-off'

type Props = { t: Text; disabled: readonly string[] }

const roleOf = (t: Text, role: Optional) => t(`workflows.off.${role}`)

/** What can be switched off, by role and verb, each in the states in which the role has it: ticked is off. */
export function SwitchedOffFields({ t, disabled }: Props) {
  return (
    <Disclosure summary={t('workflows.off', { count: disabled.length })} className="mb-5">
      <p className="mb-3 max-w-[70ch] text-sm text-soft">{t('workflows.off.hint')}</p>
      {optionalRoles.map((role) => (
        <fieldset key={role} className="mb-4">
          <legend className="mb-1 font-medium">{roleOf(t, role)}</legend>
          {optional[role].map((verb) => (
            <InlineChoices
              key={verb}
              name="disabledVerbs"
              label={wordFor(t, 'verb', verb)}
              options={statesWith(role, verb).map((state) => ({
                value: placeOf(role, state, verb),
                label: wordFor(t, 'state', state),
              }))}
              chosen={disabled}
            />
          ))}
        </fieldset>
      ))}
    </Disclosure>
  )
}

/** What is off, in a few words: the verbs of each role, with the states where it is off in some only. */
export function switchedOffWords(t: Text, disabled: readonly string[]): string[] {
  return optionalRoles.flatMap((role) => {
    const off = optional[role].flatMap((verb) => {
      const all = statesWith(role, verb)
      const some = all.filter((state) => disabled.includes(placeOf(role, state, verb)))
      const word = wordFor(t, 'verb', verb)
      if (some.length === 0) return []
      return some.length === all.length
        ? [word]
        : [`${word} (${some.map((state) => wordFor(t, 'state', state)).join(', ')})`]
    })
    return off.length === 0 ? [] : [`${roleOf(t, role)}: ${off.join(', ')}`]
  })
}
