'use client'
import { useEffect, useRef } from 'react'

/** How long to wait before asking again for a stream that was refused, so that not everybody asks at once. */
const again = () => 5000 + Math.random() * 10_000

function watch(address: string, hear: (week: string | null) => void): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout>
  const open = () => {
    source = new EventSource(address)
    source.addEventListener('week', ({ data }: MessageEvent<string>) => hear(data))
    source.addEventListener('all', () => hear(null))
    source.addEventListener('error', () => {
      // The browser itself asks again after a loss, but not after a refusal.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, again())
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}

/**
 * Hears which weeks of a machine changed, as long as the page is in sight: `hear` is told a Monday, or null where anything may have
 * changed, as at first. A page out of sight holds no connection, of which a browser has six.
 */
export function useChanges(address: string, hear: (week: string | null) => void): void {
  const latest = useRef(hear)
  useEffect(() => {
    latest.current = hear
  }, [hear])
  useEffect(() => {
    let stop = () => {}
    const look = () => {
      stop()
      stop = document.hidden ? () => {} : watch(address, (week) => latest.current(week))
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      stop()
    }
  }, [address])
}
