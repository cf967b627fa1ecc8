import 'server-only'
import { env } from '../env'
import { diskDriver } from './disk'
import type { Driver, Storage } from './driver'
import { type Bucket, s3Driver } from './s3'

/** Where new files go: where STORAGE says, the database unless it is set. */
export const configuredStorage = (): Storage => env().STORAGE

/** The folder of files on the disk; throws where it is not set (any more). */
export function directorySet(): string {
  const { STORAGE_DIRECTORY } = env()
  if (!STORAGE_DIRECTORY) throw new Error('files lie on the disk, and STORAGE_DIRECTORY is not set')
  return STORAGE_DIRECTORY
}

/** The bucket of files in S3; throws where it is not set (any more). */
export function bucketSet(): Bucket {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env()
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY)
    throw new Error('files lie in an S3 bucket, and S3_ENDPOINT, S3_BUCKET or its keys are not set')
  return {
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  }
}

/** The driver of a store that files are in. */
export const driverOf = (storage: Exclude<Storage, 'database'>): Driver =>
  storage === 'disk' ? diskDriver(directorySet()) : s3Driver(bucketSet())
