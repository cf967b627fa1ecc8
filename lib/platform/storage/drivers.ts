import 'server-only'
import { env } from '../env'
import { diskDriver } from './disk'
import type { Driver, Storage } from './driver'
import { s3Driver } from './s3'

/** Where new files go: where STORAGE says, the database unless it is set. */
export const configuredStorage = (): Storage => env().STORAGE

/** The driver of a store that files are in; throws where its variables are not set (any more). */
export function driverOf(storage: Exclude<Storage, 'database'>): Driver {
  const { STORAGE_DIRECTORY, S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env()
  if (storage === 'disk') {
    if (!STORAGE_DIRECTORY) throw new Error('files lie on the disk, and STORAGE_DIRECTORY is not set')
    return diskDriver(STORAGE_DIRECTORY)
  }
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY)
    throw new Error('files lie in an S3 bucket, and S3_ENDPOINT, S3_BUCKET or its keys are not set')
  return s3Driver({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  })
}
