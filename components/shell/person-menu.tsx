'use client'
import { Avatar } from '@/components/ui/avatar'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Menu } from '@/components/ui/menu'
import { type SessionPerson, usePerson } from './session'

type Props = { labels: Record<'signIn' | 'signOut' | 'account' | 'saved', string>; person?: SessionPerson | null }

/** "Sign in" until it is known who is here, then their name with what belongs to it. */
export function PersonMenu({ labels, person: known }: Props) {
  const person = usePerson(known)
  if (!person) {
    return (
      <a href="/sign-in" className={buttonClass()}>
        {labels.signIn}
      </a>
    )
  }
  return (
    <Menu
      className="relative"
      summaryClass="flex min-h-9 items-center gap-2 rounded-md px-1"
      panelClass="absolute right-0 z-10 mt-2 grid min-w-48 rounded-lg border border-line bg-panel p-1.5 shadow-raised"
      summary={
        <>
          <Avatar name={person.name} />
          <span className="max-w-40 truncate max-xl:sr-only">{person.name}</span>
          <Icon name="chevron" className="size-3.5 text-soft group-open/menu:rotate-180" />
        </>
      }
    >
      <p className="border-b border-line px-2.5 pb-1.5 text-sm text-soft xl:hidden">{person.name}</p>
      <a href="/account" className="rounded-md px-2.5 py-1.5 text-ink no-underline hover:bg-sunken">
        {labels.account}
      </a>
      <a href="/saved-searches" className="rounded-md px-2.5 py-1.5 text-ink no-underline hover:bg-sunken">
        {labels.saved}
      </a>
      <form method="post" action="/sign-out">
        <button type="submit" className="w-full rounded-md px-2.5 py-1.5 text-left hover:bg-sunken">
          {labels.signOut}
        </button>
      </form>
    </Menu>
  )
}
