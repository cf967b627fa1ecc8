import { z } from 'zod'
import { operation, type Told } from '@/app/api/operation'
import { DatasetAddress } from '@/lib/catalogue/schema/pages'
import { addFile, copyFiles, registerFile } from '@/lib/delivery/commands/add-files'
import { publishFiles, removeFile } from '@/lib/delivery/commands/keep-list'
import { receiveFile } from '@/lib/delivery/commands/receive-file'
import { type KeptLists, keptLists } from '@/lib/delivery/queries/kept-lists'
import { checks } from '@/lib/delivery/rules/listing'
import { CopyFiles, FileAddress, FilePath, ListAddress, PublishFiles, RegisterFile } from '@/lib/delivery/schema/files'
import type { Context } from '@/lib/platform/context'
import { ListedFile, listedFile } from './delivery'

const write = { tag: 'Files', scope: 'catalogue:write' } as const
const every = '/api/v1/stewardship/datasets/{slug}/files'
const all = '/api/v1/stewardship/datasets/{slug}/versions/{version}/files'
const count = z.int().min(0)
const Added = z.object({ id: z.uuid(), path: z.string(), size: count, sha256: z.string(), checked: z.enum(checks) })

export const listKeptFiles = operation({
  tag: 'Files',
  scope: 'catalogue:read',
  method: 'get',
  id: 'listKeptFiles',
  path: every,
  summary: 'What is listed of a dataset, drafts included, and the files of one version',
  params: DatasetAddress,
  query: z.object({ version: z.string().max(20).optional(), cursor: z.string().max(600).optional() }),
  answer: z.object({
    lists: z.array(
      z.object({ version: z.string(), state: z.enum(['draft', 'published']), files: count, bytes: count }),
    ),
    version: z.string().nullable(),
    files: z.array(ListedFile),
    next: z.string().nullable(),
  }),
  door: keptLists,
  render: ({ lists, version, files, next }: KeptLists) => ({
    lists: lists.map(({ version, state, files, bytes }) => ({ version, state, files, bytes })),
    version,
    files: files.map(listedFile),
    next,
  }),
})

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** The body as it comes, kept before the command lists it. */
const received = ({ slug, version, path }: Record<string, unknown>, ctx: Context, { body }: Told) =>
  receiveFile(ctx, { slug, version, path }, body ?? nothing())

export const uploadFile = operation({
  ...write,
  method: 'put',
  id: 'uploadFile',
  path: all,
  summary: 'Add a file, its content as the body of at most 4 GB; larger ones are registered',
  params: ListAddress,
  query: z.object({ path: FilePath }),
  uploads: ['application/octet-stream'],
  streams: true,
  answer: Added,
  status: 201,
  prepare: received,
  door: addFile,
})

export const register = operation({
  ...write,
  method: 'post',
  id: 'registerFile',
  path: `${all}/register`,
  summary: 'Add a file that lies in the hub’s store already; its checksum is compared before long',
  params: ListAddress,
  body: RegisterFile.omit({ slug: true, version: true }),
  answer: Added,
  status: 201,
  door: registerFile,
})

export const copy = operation({
  ...write,
  method: 'post',
  id: 'copyFiles',
  path: `${all}/copy`,
  summary: 'Begin with the files of an earlier version',
  params: ListAddress,
  body: CopyFiles.pick({ from: true }),
  answer: z.object({ files: count }),
  status: 201,
  door: copyFiles,
})

export const publish = operation({
  ...write,
  method: 'post',
  id: 'publishFiles',
  path: `${all}/publish`,
  summary: 'Publish the files of a published version; from then on they never change',
  params: ListAddress,
  body: PublishFiles.pick({ synthetic: true }),
  answer: z.object({ slug: z.string(), version: z.string(), files: count }),
  door: publishFiles,
})

export const remove = operation({
  ...write,
  method: 'delete',
  id: 'removeFile',
  path: `${all}/{file}`,
  summary: 'Take a file off a list that is not published',
  params: FileAddress,
  answer: z.null(),
  status: 204,
  door: removeFile,
})

export const keptFileOperations = [listKeptFiles, uploadFile, register, copy, publish, remove]
