import type { Operation } from './operation'
import { accountOperations } from './operations/account'
import { administrationOperations } from './operations/administration'
import { datasetOperations } from './operations/catalogue-datasets'
import { searchOperations } from './operations/catalogue-search'
import { stewardshipOperations } from './operations/catalogue-stewardship'

/** Every operation of the REST API. A route serves one of these and nothing else; a test compares the two. */
export const operations: readonly Operation[] = [
  ...searchOperations,
  ...datasetOperations,
  ...stewardshipOperations,
  ...accountOperations,
  ...administrationOperations,
]
