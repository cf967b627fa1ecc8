import { z } from 'zod'
import { operation } from '@/app/api/operation'
import { sentFile } from '@/app/api/sent-file'
import { DatasetAddress } from '@/lib/catalogue/schema/pages'
import { makeLink } from '@/lib/delivery/commands/links'
import { type FileChecksums, fileChecksums } from '@/lib/delivery/queries/checksums'
import { fileToSend } from '@/lib/delivery/queries/file-by-link'
import { type DatasetFiles, datasetFiles } from '@/lib/delivery/queries/files'
import { checks } from '@/lib/delivery/rules/listing'
import { ReadFiles } from '@/lib/delivery/schema/files'
import { FetchFile, MakeLink } from '@/lib/delivery/schema/links'
import { asAttachment } from '@/lib/platform/file-name'

const tag = 'Files'
const count = z.int().min(0)
const moment = z.iso.datetime()

export const ListedFile = z.object({
  id: z.uuid(),
  path: z.string(),
  size: count.meta({ description: 'In bytes' }),
  type: z.string(),
  sha256: z.string(),
  checked: z.enum(checks).meta({ description: 'How the checksum is known to be right' }),
})

type Line = DatasetFiles['files'][number]
export const listedFile = ({ id, path, size, type, sha256, checked }: Line): z.input<typeof ListedFile> => ({
  id,
  path,
  size,
  type,
  sha256,
  checked,
})

export const listFiles = operation({
  tag,
  scope: null,
  method: 'get',
  id: 'listFiles',
  path: '/api/v1/datasets/{slug}/files',
  summary: 'The files of a version with sizes and checksums',
  description:
    'A manifest: the files in the order of their paths, a thousand a page. `version` is null where none are listed. Whether you may fetch them says GET /api/v1/access.',
  params: DatasetAddress,
  query: ReadFiles.omit({ slug: true }),
  answer: z.object({
    slug: z.string(),
    version: z.string().nullable(),
    versions: z.array(z.string()).meta({ description: 'Those with listed files, the newest first' }),
    synthetic: z.boolean().meta({ description: 'Made up for a demonstration' }),
    publishedAt: moment.nullable(),
    count,
    bytes: count,
    files: z.array(ListedFile),
    next: z.string().nullable().meta({ description: 'The `cursor` of the next page' }),
  }),
  door: datasetFiles,
  render: ({ isSynthetic, publishedAt, files, ...list }: DatasetFiles) => ({
    ...list,
    synthetic: isSynthetic,
    publishedAt: publishedAt?.toISOString() ?? null,
    files: files.map(listedFile),
  }),
})

export const readChecksums = operation({
  tag,
  scope: null,
  method: 'get',
  id: 'readChecksums',
  path: '/api/v1/datasets/{slug}/checksums',
  summary: 'The checksums of a version’s files as `sha256sum --check` reads them',
  description: 'With `data/` before each path these are the lines of a BagIt manifest (RFC 8493).',
  params: DatasetAddress,
  query: ReadFiles.pick({ version: true }),
  answer: z.string().meta({ description: 'One file a line: its SHA-256, two spaces, its path' }),
  door: fileChecksums,
  answers: {
    type: 'text/plain',
    with: async ({ name, text }: FileChecksums, _request, { requestId }) => ({
      status: 200,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': asAttachment(name),
        'cache-control': 'private, no-cache',
        'x-request-id': requestId,
      },
      body: text,
    }),
  },
})

type Link = { link: string; version: string; file: string | null; expiresAt: Date }

export const makeDownloadLink = operation({
  tag,
  scope: 'data:read',
  method: 'post',
  id: 'makeDownloadLink',
  path: '/api/v1/datasets/{slug}/links',
  summary: 'Make a link by which you fetch the files of a version, or one of them, for an hour',
  description:
    'The link is yours alone: it opens nothing without a session or token of yours, and dies with the grant. Fetch by GET /api/v1/files/{file}?link=…',
  params: DatasetAddress,
  body: MakeLink.omit({ slug: true }),
  answer: z.object({ link: z.string(), version: z.string(), file: z.uuid().nullable(), expiresAt: moment }),
  status: 201,
  door: makeLink,
  render: ({ expiresAt, ...link }: Link) => ({ ...link, expiresAt: expiresAt.toISOString() }),
})

export const readFile = operation({
  tag,
  scope: 'data:read',
  method: 'get',
  id: 'readFile',
  path: '/api/v1/files/{file}',
  summary: 'Fetch a file by a link of yours, whole or in parts',
  description:
    'Answers Range with 206 or 416, If-Range, If-None-Match and If-Match by the checksum as ETag, and HEAD. Whether you may is asked at each request.',
  params: FetchFile.pick({ file: true }),
  query: FetchFile.pick({ link: true }),
  answer: z.string().meta({ description: 'The file' }),
  door: fileToSend,
  answers: { type: 'application/octet-stream', with: sentFile },
})

export const deliveryOperations = [listFiles, readChecksums, makeDownloadLink, readFile]
