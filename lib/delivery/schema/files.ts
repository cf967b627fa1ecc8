import { z } from 'zod'
import { Slug, VersionNumber } from '@/lib/catalogue/schema/record'
import { holdsPersonalNumber } from '@/lib/platform/identifiers/personal-number'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const hostile = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff"*:<>?|\\]/

/** Whether a path can be a file's below a folder on any system: no way out of it, nothing hidden, nothing that a shell or a list reads otherwise. */
function isPath(path: string): boolean {
  if (hostile.test(path) || !path.isWellFormed() || path !== path.normalize('NFC')) return false
  return path
    .split('/')
    .every((part) => part !== '' && part.length <= 200 && part === part.trim() && !/^\.|\.$/.test(part))
}

/** Where a file stands within its dataset, with folders: images/0001.dcm. */
export const FilePath = z
  .string('delivery.invalid.path')
  .trim()
  .min(1, 'delivery.invalid.path')
  .max(500, 'delivery.invalid.path')
  .refine(isPath, 'delivery.invalid.path')
  .refine((path) => !holdsPersonalNumber(path), 'platform.invalid.file-name')
  .meta({ description: 'Name within the dataset, with folders', example: 'images/0001.dcm' })

export const Sha256 = z
  .string('delivery.invalid.sha256')
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/, 'delivery.invalid.sha256')

const flag = z.preprocess((value) => value === true || value === 'true' || value === 'on', z.boolean())

/** One version of a dataset, published or to come. */
export const ListAddress = z.object({ slug: Slug, version: VersionNumber })

/** A file whose content came in and was kept before: `id` is that of its content. */
export const AddFile = ListAddress.extend({
  path: FilePath,
  kept: z.object({
    id: z.uuid(),
    storage: z.enum(['database', 'disk', 's3']),
    key: z.string(),
    size: z.int().min(0),
    sha256: Sha256,
  }),
})

/** A file that lies in the store already. */
export const RegisterFile = ListAddress.extend({
  path: FilePath,
  key: z
    .string('delivery.invalid.key')
    .trim()
    .regex(/^data(\/[A-Za-z0-9_][A-Za-z0-9._-]*){1,12}$/, 'delivery.invalid.key')
    .max(400, 'delivery.invalid.key')
    .refine((key) => !holdsPersonalNumber(key), 'platform.invalid.file-name')
    .meta({ description: 'Where it lies in the hub’s store, below data/', example: 'data/ctpa/1.0.0/images.zip' }),
  size: z.coerce
    .number('delivery.invalid.size')
    .int('delivery.invalid.size')
    .min(1, 'delivery.invalid.size')
    .max(Number.MAX_SAFE_INTEGER, 'delivery.invalid.size')
    .meta({ description: 'In bytes; compared with what lies there' }),
  sha256: Sha256.meta({ description: 'As its source declares it; compared with what lies there before long' }),
})

export const FileAddress = ListAddress.extend({ file: z.uuid() })

export const CopyFiles = ListAddress.extend({ from: VersionNumber })

export const PublishFiles = ListAddress.extend({
  synthetic: flag.default(false).meta({ description: 'They are made up for a demonstration' }),
})

/** For the clock: reads a registered file through and compares. */
export const VerifyFile = z.object({ file: z.uuid() })

export const ReadFiles = z.object({
  slug: Slug,
  version: VersionNumber.optional().meta({ description: 'The newest that has a list unless said' }),
  cursor: z.string().max(600).optional().meta({ description: 'As `next` of the page before gave it' }),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
})
