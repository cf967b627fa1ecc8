'use client'
import { useEffect, useState } from 'react'
import type { Suggested } from './palette-items'

const PAUSE_MS = 120
const LEAST_LETTERS = 2

type Answer = { readonly items: readonly Suggested[]; readonly failed: boolean }
const nothing: Answer = { items: [], failed: false }

async function ask(typed: string, signal: AbortSignal): Promise<Answer> {
  const answer = await fetch(`/api/v1/suggestions?q=${encodeURIComponent(typed)}`, { signal })
  if (!answer.ok) return { items: [], failed: true }
  return { items: ((await answer.json()) as { items: Suggested[] }).items, failed: false }
}

/** What the portal suggests for what is being typed, asked once the fingers rest; `failed` when it cannot be asked. */
export function useSuggestions(typed: string): Answer {
  const [answer, setAnswer] = useState(nothing)
  useEffect(() => {
    if (typed.trim().length < LEAST_LETTERS) {
      setAnswer(nothing)
      return
    }
    const stop = new AbortController()
    const settle = (next: Answer) => stop.signal.aborted || setAnswer(next)
    const timer = setTimeout(() => {
      ask(typed.trim(), stop.signal).then(settle, () => settle({ items: [], failed: true }))
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [typed])
  return answer
}
