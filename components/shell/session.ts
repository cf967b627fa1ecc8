'use client'
import { useEffect, useState } from 'react'

export type SessionPerson = { readonly name: string; readonly roles: readonly string[] }

let asking: Promise<SessionPerson | null> | undefined

const ask = async () => {
  const answer = await fetch('/session', { headers: { accept: 'application/json' }, cache: 'no-store' })
  const { person } = (answer.ok ? await answer.json() : { person: null }) as { person: SessionPerson | null }
  return person
}

/**
 * Who is signed in, asked once for all the parts of a header. Null until the answer is here, and for nobody:
 * the page then shows what everyone sees. `known` spares the question where the server has answered it.
 */
export function usePerson(known?: SessionPerson | null): SessionPerson | null {
  const [person, setPerson] = useState<SessionPerson | null>(known ?? null)
  useEffect(() => {
    if (known !== undefined) return
    let here = true
    asking ??= ask().finally(() => {
      asking = undefined
    })
    asking.then((answer) => here && setPerson(answer)).catch(() => here && setPerson(null))
    return () => {
      here = false
    }
  }, [known])
  return known === undefined ? person : known
}
