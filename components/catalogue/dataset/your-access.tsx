'use client'
import { useEffect, useState } from 'react'
import { usePerson } from '@/components/shell/session'
import { Notice } from '@/components/ui/notice'
import type { Language } from '@/lib/platform/messages'

interface Shown {
  tone: 'ok' | 'stop' | 'idle'
  title: string
  lines: readonly string[]
  href: string
  link: string
}

const ask = async (dataset: string, language: Language): Promise<Shown | null> => {
  const answer = await fetch(`/session/dataset?${new URLSearchParams({ dataset, language })}`, { cache: 'no-store' })
  return answer.ok ? ((await answer.json()) as { verdict: Shown | null }).verdict : null
}

/** To who is signed in, whether they may use the dataset now: the page around it is the same for everybody. */
export function YourAccess({ dataset, language }: { dataset: string; language: Language }) {
  const isHere = usePerson() !== null
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => {
    if (!isHere) return
    let open = true
    ask(dataset, language)
      .catch(() => null)
      .then((verdict) => open && setShown(verdict))
    return () => {
      open = false
    }
  }, [isHere, dataset, language])
  if (!shown) return null
  return (
    <div className="mb-4">
      <Notice tone={shown.tone} title={shown.title} live>
        {shown.lines.map((line) => (
          <p key={line} className="mt-1 text-sm">
            {line}
          </p>
        ))}
        <a href={shown.href} className="mt-1 inline-block text-sm">
          {shown.link}
        </a>
      </Notice>
    </div>
  )
}
