import 'server-only'
import { env } from '../env'
import type { Storage } from '../storage/driver'
import { bucketSet, directorySet } from '../storage/drivers'
import { databaseData } from './database'
import { diskData } from './disk'
import type { DataDriver } from './driver'
import { s3Data } from './s3'

/** Where new files of datasets go: where STORAGE says. */
export const dataStorage = (): Storage => env().STORAGE

/** Every store that files of datasets can lie in: those whose variables are set. */
export function dataStores(): Storage[] {
  const { STORAGE_DIRECTORY, S3_ENDPOINT, S3_BUCKET } = env()
  return [
    'database',
    ...(STORAGE_DIRECTORY ? ['disk' as const] : []),
    ...(S3_ENDPOINT && S3_BUCKET ? ['s3' as const] : []),
  ]
}

/** The driver of the store that a file of a dataset is in; throws where its variables are not set (any more). */
export function dataDriverOf(storage: Storage): DataDriver {
  if (storage === 'disk') return diskData(directorySet())
  return storage === 's3' ? s3Data(bucketSet()) : databaseData
}
