import type { ReactNode } from 'react'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import type { Language } from '@/lib/platform/messages'

type Props = {
  language: Language
  /** What opens it. */
  summary: ReactNode
  /** The word on its button, where it is another one. */
  submit?: ReactNode
  action: FormAction
  /** What the form says besides what is typed. */
  said: Readonly<Record<string, string | number>>
  done?: ReactNode
  grave?: boolean
  className?: string
  children?: ReactNode
}

/** The fields of a form that nobody sees. */
export const Said = ({ said }: Pick<Props, 'said'>) =>
  Object.entries(said).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)

/** An act behind its own words, so that none is done by a slip; it opens without scripts. */
export function Decision(props: Props) {
  const { language, summary, submit = summary, action, said, done, grave, className, children } = props
  return (
    <Disclosure summary={summary} className={className}>
      <ActionForm action={action} language={language} submit={submit} look={grave ? 'danger' : 'primary'} done={done}>
        <Said said={said} />
        {children}
      </ActionForm>
    </Disclosure>
  )
}
