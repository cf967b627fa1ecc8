import 'server-only'
import { type Context, isPerson } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { mayKeepFiles } from '../policy'
import { insertList, type LockedList, lockList } from '../store/files'

/** The first steps of every command on the files of a version: who may not keep any is answered before it is known what there is. */
export const onList = {
  load: (tx: Tx, address: { slug: string; version: string }) => lockList(tx, address),
  authorize: ({ actor }: Context) => mayKeepFiles(actor),
}

/** A list under lock whose dataset is there. */
export type KnownList = LockedList & { readonly dataset: NonNullable<LockedList['dataset']> }
export const isKnown = <L extends LockedList>(on: L): on is L & KnownList => on.dataset !== null

export const writerOf = ({ actor }: Context): string | null => (isPerson(actor) ? actor.id : null)

/** The list that files go into: the one there is, or a first one. */
export async function openList(tx: Tx, { dataset, list, version }: KnownList, now: Date): Promise<string> {
  if (list) return list.id
  const id = newId()
  await insertList(tx, id, dataset.id, version, now)
  return id
}
