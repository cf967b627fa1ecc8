import { appendFileSync } from 'node:fs'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { contentOf, type Download, fileContent, moveFile, storeFile } from '@/lib/platform/storage'
import { pdf } from '../agreements/files'
import { stranger } from '../identity/people'

/** A file as a command keeps it: in the database, with the job that moves it. */
export async function kept(words = 'Kept'): Promise<string> {
  const id = newId()
  const file = await pdf(words)
  await db().$transaction((tx) => storeFile(tx, stranger(), id, file))
  return id
}

export const found = async (id: string): Promise<Download> => {
  const file = await fileContent(db(), id)
  if (!file) throw new Error('there is no such file')
  return file
}

export const text = async (id: string): Promise<string> => new TextDecoder().decode(await contentOf(await found(id)))

/** The jobs that wait for a file. */
export const jobsOf = async (id: string): Promise<string[]> =>
  (
    await db().$queryRaw<
      { key: string }[]
    >`SELECT key FROM graphile_worker.jobs WHERE key LIKE ${`%:${id}`} ORDER BY key`
  ).map(({ key }) => key.split(':')[0] ?? '')

/** A file that was moved to where the portal is set to keep files. */
export async function moved(words?: string): Promise<string> {
  const id = await kept(words)
  await moveFile(id)
  return id
}

export const spoil = (file: string): void => appendFileSync(file, 'x')
