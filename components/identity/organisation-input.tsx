import type { ReactNode } from 'react'
import { TextInput } from '@/components/ui/text-fields'
import { organisations } from '@/lib/identity/rules/organisations'

type Props = { name: string; label: ReactNode; hint?: ReactNode; optional?: boolean; defaultValue?: string }

/** An organisation in one line: from the list that the browser offers, or any other with its ROR address. */
export function OrganisationInput(props: Props) {
  const list = `organisations-${props.name}`
  return (
    <>
      <TextInput {...props} list={list} width="full" />
      <datalist id={list}>
        {organisations.map(({ name, ror }) => (
          <option key={ror} value={`${name} · ${ror}`} />
        ))}
      </datalist>
    </>
  )
}
