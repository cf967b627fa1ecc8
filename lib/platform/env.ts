import path from 'node:path'
import { z } from 'zod'
import { storages } from './storage/driver'

const secret = (least: number) => z.string().min(least, `must be at least ${least} characters`)

/** What the portal reads from its environment. No secret has a default; `npm start` makes them for the demonstration. */
const Environment = z.object({
  PORTAL_MODE: z.enum(['demonstration', 'production']).default('production'),
  /** The address people type, e.g. https://datahub.example.org. */
  PORTAL_ORIGIN: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .transform((url) => url.replace(/\/+$/, '')),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// address'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  AUTH_SECRET: secret(32),
  /** 32 bytes in base64: encrypts what must be read back, such as TOTP secrets. */
  ENCRYPTION_KEY: z
    .string()
    .refine((key) => Buffer.from(key, 'base64').length === 32, 'must be 32 bytes in base64 (openssl rand -base64 32)'),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('Life Science Login'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('AIDA Data Hub <noreply@localhost>'),
  /** Bearer token that may read /metrics; without it the figures are not served. */
  METRICS_TOKEN: secret(16).optional(),
  /** "off" when a process of its own works the jobs. */
  PORTAL_WORKER: z.enum(['on', 'off']).default('on'),
  /** Where uploaded files are kept. */
  STORAGE: z.enum(storages).default('database'),
  STORAGE_DIRECTORY: z.string().optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** The virus scanner that looks at every upload. */
  CLAMD_URL: z
    .string()
    .regex(/^(tcp:\/\/[^/]+|unix:\/.+)$/, 'must be tcp://host:port or unix:/path')
    .optional(),
  /** Hosts that webhooks may go to though they are on a private network, or speak http: names with commas between. */
  WEBHOOK_PRIVATE_HOSTS: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter((host) => host !== '')),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
})

export type Environment = z.output<typeof Environment>

const reasonOf = ({ code, message, input }: z.core.$ZodIssue) =>
  code === 'invalid_type' && input === undefined ? 'missing' : message

// Files of settings spell what is not set as empty.
const given = (source: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))

/** What is wrong with where files are to be kept. */
function storageFaults(source: Record<string, string | undefined>): string[] {
  const { STORAGE, STORAGE_DIRECTORY: folder = '' } = source
  const s3 = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'].filter((name) => !source[name])
  if (STORAGE === 's3') return s3.length > 0 ? [`${s3.join(', ')}: needed with STORAGE=s3`] : []
  if (STORAGE !== 'disk') return []
  if (!path.isAbsolute(folder)) return ['STORAGE_DIRECTORY: must be an absolute path with STORAGE=disk']
  const served = path.relative(path.join(process.cwd(), 'public'), folder)
  return served.startsWith('..') ? [] : ['STORAGE_DIRECTORY: must not lie in the folder that is served to everybody']
}

/** Everything that is missing or weak, one sentence each; empty when the portal may start. */
export function faultsOf(source: Record<string, string | undefined>): string[] {
  const parsed = Environment.safeParse(given(source), { reportInput: true })
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${reasonOf(issue)}`)
  faults.push(...storageFaults(source))
  if (source.PORTAL_MODE === 'demonstration') return faults
  const repeated = (value = '') => value.length > 0 && new Set(value).size < 8
  if (repeated(source.AUTH_SECRET))
    faults.push('AUTH_SECRET: too few different characters; use openssl rand -base64 33')
  if (source.AUTH_SECRET && source.AUTH_SECRET === source.ENCRYPTION_KEY)
    faults.push('ENCRYPTION_KEY: must differ from AUTH_SECRET')
  if (
    source.PORTAL_ORIGIN?.startsWith('http:') &&
    !/^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(source.PORTAL_ORIGIN)
  )
    faults.push('PORTAL_ORIGIN: must be https, except on this machine itself')
  if (!source.SMTP_URL) faults.push('SMTP_URL: missing; the hub must be able to send mail')
  if (source.OIDC_ISSUER && !source.OIDC_ISSUER.startsWith('https://')) faults.push('OIDC_ISSUER: must be https')
  if (source.OIDC_ISSUER && !(source.OIDC_CLIENT_ID && source.OIDC_CLIENT_SECRET))
    faults.push('OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: both are needed with OIDC_ISSUER')
  return faults
}

let read: Environment | undefined

/** The environment, read at first use so that a build needs none. Throws with the whole list of faults. */
export function env(): Environment {
  if (read) return read
  const faults = faultsOf(process.env)
  if (faults.length > 0) throw new Error(`The portal cannot start:\n- ${faults.join('\n- ')}`)
  read = Environment.parse(given(process.env))
  return read
}

export const isDemonstration = (): boolean => env().PORTAL_MODE === 'demonstration'
