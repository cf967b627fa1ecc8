import type { Text } from '@/components/messages'
import { formatDate } from '@/components/ui/format'
import { Notice } from '@/components/ui/notice'

export type OwnAgreements = {
  accepted: readonly number[]
  owes: boolean
  offered: { version: number; bindsFrom: Date } | null
}

/** What the reader owes or will owe of the user terms; nothing where there is nothing to do, unless `always`. */
export function OwnNotice({ t, own, always }: { t: Text; own: OwnAgreements; always?: boolean }) {
  const { offered, owes, accepted } = own
  if (!offered) {
    const version = Math.max(0, ...accepted)
    if (!always || version === 0) return null
    return (
      <Notice tone="ok" title={t('agreements.accepted.title')}>
        {t('agreements.accepted.text', { version })}
      </Notice>
    )
  }
  const { version, bindsFrom } = offered
  const read = <a href={`/agreements/user-terms/${version}`}>{t('agreements.owes.read', { version })}</a>
  return owes ? (
    <Notice tone="stop" title={t('agreements.owes.title')}>
      <p>{t('agreements.owes.text')}</p>
      <p className="mt-1">{read}</p>
    </Notice>
  ) : (
    <Notice tone="wait" title={t('agreements.coming.title', { date: formatDate(bindsFrom) })}>
      <p>{t('agreements.coming.text', { version })}</p>
      <p className="mt-1">{read}</p>
    </Notice>
  )
}
