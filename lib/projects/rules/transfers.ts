/** The life of a transfer of the PI role. */
export const transferStates = ['proposed', 'accepted', 'confirmed', 'declined', 'cancelled', 'refused'] as const
export type TransferState = (typeof transferStates)[number]

/** What can be done with a transfer, and the state in which each leaves it. */
export const transferEnds = {
  accept: 'accepted',
  decline: 'declined',
  cancel: 'cancelled',
  confirm: 'confirmed',
  refuse: 'refused',
} as const satisfies Record<string, TransferState>
export type TransferVerb = keyof typeof transferEnds

type Party = 'from' | 'to' | 'administrator'

/** Who may do what in which state: both sides agree, then an administrator confirms. */
export const transferPermits: Record<TransferState, Partial<Record<Party, readonly TransferVerb[]>>> = {
  proposed: { from: ['cancel'], to: ['accept', 'decline'] },
  accepted: { from: ['cancel'], to: ['decline'], administrator: ['confirm', 'refuse'] },
  confirmed: {},
  declined: {},
  cancelled: {},
  refused: {},
}

/** Which party does this. */
export const partyOf = (verb: TransferVerb): Party =>
  verb === 'cancel' ? 'from' : verb === 'accept' || verb === 'decline' ? 'to' : 'administrator'

/** Whether the transfer is in a state in which this can be done. */
export const permitsTransfer = (state: TransferState, verb: TransferVerb): boolean =>
  transferPermits[state][partyOf(verb)]?.includes(verb) ?? false
