import type { ReactNode } from 'react'
import type { Text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { WholeRequest } from '@/lib/access/queries/request'
import type { Verb } from '@/lib/access/rules/states'
import type { Language } from '@/lib/platform/messages'
import { wordFor } from './words'

type Props = {
  t: Text
  language: Language
  request: Pick<WholeRequest, 'id' | 'revision'>
  act: FormAction
  verb: Verb
  /** What the verb is told besides the request. */
  also?: Readonly<Record<string, string>>
  look?: 'primary' | 'plain' | 'danger'
  grave?: boolean
  /** Names what it is about, for those who do not see where the button stands. */
  about?: string
  children?: ReactNode
}

/** One verb of the table of states: a button, and the dialog that asks what the verb needs. */
export function VerbDialog({
  t,
  language,
  request,
  act,
  verb,
  also = {},
  look,
  grave = false,
  about,
  children,
}: Props) {
  const word = wordFor(t, 'verb', verb)
  const told = { verb, request: request.id, expectedRevision: String(request.revision), ...also }
  const why = wordFor(t, 'about', verb)
  return (
    <ConfirmDialog
      action={act}
      language={language}
      open={
        <>
          {`${word}…`}
          {about && <span className="sr-only"> {about}</span>}
        </>
      }
      openLook={look ?? (grave ? 'danger' : 'plain')}
      size="small"
      title={word}
      submit={word}
      look={grave ? 'danger' : 'primary'}
    >
      {Object.entries(told).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {why !== verb && <p className="mb-3 text-soft">{why}</p>}
      {children}
    </ConfirmDialog>
  )
}
