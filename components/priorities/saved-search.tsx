import { ShownOnce } from '@/components/identity/shown-once'
import { text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/choice-fields'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { StateBadge } from '@/components/ui/tag'
import { TextInput } from '@/components/ui/text-fields'
import type { savedSearches } from '@/lib/catalogue/queries/saved-searches'
import type { Language } from '@/lib/platform/messages'

export type SavedSearch = Awaited<ReturnType<typeof savedSearches>>[number]
export type SavedActs = Record<'change' | 'makeFeed' | 'endFeed' | 'remove', FormAction>
type Props = { language: Language; saved: SavedSearch; acts: SavedActs }

const About = ({ id }: { id: string }) => <input type="hidden" name="savedSearchId" value={id} />

/** A saved query as people read it: its values in words, without the code of an address. */
export const readable = (query: string): string =>
  [...new URLSearchParams(query)].map(([name, value]) => (name === 'q' ? value : `${name}: ${value}`)).join(' · ')

function Feed({ language, saved, acts }: Props) {
  const t = text(language)
  const { id, hasFeed } = saved
  const words = { title: t('saved.feed.shown'), copy: t('saved.feed.copy'), copied: t('saved.feed.copied') }
  return (
    <Disclosure className="mt-2" summary={t('saved.feed')}>
      <p className="mb-3 text-soft">{t('saved.feed.text')}</p>
      <div className="flex flex-wrap items-end gap-2">
        <ActionForm
          action={acts.makeFeed}
          language={language}
          submit={t(hasFeed ? 'saved.feed.renew' : 'saved.feed.make')}
          look="plain"
        >
          <About id={id} />
          <ShownOnce words={words} />
        </ActionForm>
        {hasFeed && (
          <ActionForm action={acts.endFeed} language={language} submit={t('saved.feed.close')} look="plain">
            <About id={id} />
          </ActionForm>
        )}
      </div>
    </Disclosure>
  )
}

/** One saved search: what it finds now, how its owner hears of it, and what can be changed. */
export function SavedSearchPanel(props: Props) {
  const { language, saved, acts } = props
  const t = text(language)
  const { id, name, query, mail, hasFeed, count } = saved
  return (
    <Panel
      title={<a href={`/datasets?${query}`}>{name}</a>}
      actions={
        <span className="flex flex-wrap gap-3">
          <StateBadge tone={mail ? 'ok' : 'idle'}>{t(mail ? 'saved.mail.on' : 'saved.mail.off')}</StateBadge>
          {hasFeed && <StateBadge tone="ok">{t('saved.feed.on')}</StateBadge>}
        </span>
      }
    >
      <p className="break-words text-soft">
        {readable(query)} · {t('saved.found', { count })}
      </p>
      <Disclosure className="mt-2" summary={t('saved.change')}>
        <ActionForm
          action={acts.change}
          language={language}
          submit={t('saved.change.submit')}
          done={t('saved.changed')}
        >
          <About id={id} />
          <TextInput name="name" label={t('saved.name')} defaultValue={name} maxLength={100} />
          <Checkbox name="mail" label={t('saved.mail')} defaultChecked={mail} />
        </ActionForm>
      </Disclosure>
      <Feed {...props} />
      <div className="mt-3">
        <ConfirmDialog
          open={`${t('saved.remove')}…`}
          size="small"
          look="danger"
          title={t('saved.remove.title', { name })}
          submit={t('saved.remove')}
          action={acts.remove}
          language={language}
        >
          <About id={id} />
          <p className="mb-4">{t('saved.remove.text')}</p>
        </ConfirmDialog>
      </div>
    </Panel>
  )
}
