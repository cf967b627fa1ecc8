'use client'
import { useEffect, useRef, useState } from 'react'
import { drawPdf } from './draw-pdf'
import { Notice } from './notice'

type Shown = { readonly id: string; readonly name: string; readonly kind: string }
type Words = { choose: string; loading: string; failed: string; page: string }
type State = 'loading' | 'shown' | 'failed'

/** Where documents are asked for: each is sent by a POST of `fields` and its id as `choice`, since the journal says who had it. */
export type DocumentSource = { address: string; fields: Readonly<Record<string, string>>; choice: string }

async function fetched(address: string, body: string, signal: AbortSignal): Promise<Uint8Array> {
  const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(body), signal })
  if (!answer.ok) throw new Error(`the document was answered with ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}

/** Draws the document that `body` asks for into its box; gives how far it has come. */
function useDrawn(address: string, body: string, page: string) {
  const box = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<State>('loading')
  useEffect(() => {
    const into = box.current
    if (!into) return
    const leaving = new AbortController()
    setState('loading')
    into.replaceChildren()
    fetched(address, body, leaving.signal)
      .then((bytes) => drawPdf(bytes, into, page, leaving.signal))
      .then(() => !leaving.signal.aborted && setState('shown'))
      .catch(() => !leaving.signal.aborted && setState('failed'))
    return () => leaving.abort()
  }, [address, body, page])
  return { box, state }
}

type Props = { source: DocumentSource; documents: readonly [Shown, ...Shown[]]; words: Words }

/** Documents drawn in the page itself, one at a time. */
export function DocumentViewer({ source, documents, words }: Props) {
  const [chosen, choose] = useState(documents[0].id)
  const { address, fields, choice } = source
  const { box, state } = useDrawn(address, `${new URLSearchParams({ ...fields, [choice]: chosen })}`, words.page)
  return (
    <div className="flex h-full min-h-0 flex-col gap-2">
      {documents.length > 1 && (
        <label className="flex flex-wrap items-center gap-2 text-sm">
          {words.choose}
          <select
            value={chosen}
            onChange={(event) => choose(event.target.value)}
            className="min-h-8 min-w-0 flex-1 rounded-md border border-edge bg-panel px-2"
          >
            {documents.map(({ id, name, kind }) => (
              <option key={id} value={id}>
                {kind}: {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <div role="status" className="text-sm text-soft">
        {state === 'loading' ? words.loading : ''}
      </div>
      {state === 'failed' && <Notice tone="stop" title={words.failed} />}
      <div
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="grid min-h-48 flex-1 content-start gap-3 overflow-auto rounded-md bg-sunken p-3"
      />
    </div>
  )
}
