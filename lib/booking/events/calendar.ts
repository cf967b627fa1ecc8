import { fact } from './fact'

type Feed = { readonly feed: 'own' | 'project'; readonly projectId: string | null }

/** What happens to somebody's calendar addresses; the secret in them is nowhere. */
export const happened = {
  feedRenewed: (feedId: string, data: Feed) => fact('calendar-feed-renewed', 'calendar-feed', feedId, data),
  feedClosed: (feedId: string, data: Feed) => fact('calendar-feed-closed', 'calendar-feed', feedId, data),
} as const
