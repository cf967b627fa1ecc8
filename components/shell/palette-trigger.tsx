'use client'
import { type ComponentType, useCallback, useEffect, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import type { PaletteLabels } from './palette-labels'

type Palette = ComponentType<{ labels: PaletteLabels; onClose: () => void }>

/** Opens the command palette by click or ⌘K; it is fetched then and not before. Without JavaScript a link to the search. */
export function PaletteTrigger({ labels }: { labels: PaletteLabels }) {
  const [palette, setPalette] = useState<{ Part: Palette }>()
  const [keys, setKeys] = useState('⌘K')

  const open = useCallback(async () => {
    const { CommandPalette } = await import('./command-palette')
    setPalette({ Part: CommandPalette })
  }, [])

  useEffect(() => {
    if (!/mac|iphone|ipad/i.test(navigator.userAgent)) setKeys('Ctrl K')
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      open()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [open])

  return (
    <>
      <a
        href="/datasets"
        aria-label={labels.open}
        title={labels.open}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) return
          event.preventDefault()
          open()
        }}
        className="flex min-h-9 items-center gap-2 rounded-md px-2 text-soft max-[22rem]:hidden no-underline hover:bg-sunken hover:text-ink"
      >
        <Icon name="search" />
        <span className="max-xl:hidden">
          <Kbd>{keys}</Kbd>
        </span>
      </a>
      {palette && <palette.Part labels={labels} onClose={() => setPalette(undefined)} />}
    </>
  )
}
