'use client'
import { type ComponentProps, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { DocumentViewer } from '@/components/ui/document-viewer'
import { Icon } from '@/components/ui/icon'

type Viewer = ComponentProps<typeof DocumentViewer>
type Props = Omit<Viewer, 'words'> & { words: Viewer['words'] & { show: string; hide: string } }

/** The signed copies, drawn in the page when somebody wants to read them beside what they decide: each reading is journalled. */
export function DrawnCopies({ source, documents, words }: Props) {
  const [isShown, show] = useState(false)
  const [isLive, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  // A button that only scripts can answer is there with them.
  if (!isLive) return null
  return (
    <>
      <Button size="small" aria-expanded={isShown} onClick={() => show(!isShown)}>
        <Icon name="chevron" className={classes('size-3.5', isShown && 'rotate-180')} />
        {isShown ? words.hide : words.show}
      </Button>
      {isShown && (
        <div className="h-[min(36rem,80vh)] w-full">
          <DocumentViewer source={source} documents={documents} words={words} />
        </div>
      )}
    </>
  )
}
