import type { Operation } from './operation'
import { decisionOperations } from './operations/access-decisions'
import { dataUseOperations } from './operations/access-duo'
import { requestEthicsOperations } from './operations/access-ethics'
import { formOperations } from './operations/access-forms'
import { grantOperations } from './operations/access-grants'
import { requestPeopleOperations } from './operations/access-people'
import { queueOperations } from './operations/access-queue'
import { requestFormOperations } from './operations/access-request-forms'
import { requestOperations } from './operations/access-requests'
import { statisticsOperations } from './operations/access-statistics'
import { systemOperations } from './operations/access-systems'
import { visaOperations } from './operations/access-visas'
import { workflowOperations } from './operations/access-workflows'
import { accountOperations } from './operations/account'
import { notificationOperations } from './operations/account-notifications'
import { administrationOperations } from './operations/administration'
import { agreementOperations } from './operations/agreements'
import { waitingOperations } from './operations/booking-waiting'
import { bookingOperations } from './operations/bookings'
import { datasetOperations } from './operations/catalogue-datasets'
import { importOperations } from './operations/catalogue-imports'
import { priorityOperations } from './operations/catalogue-priorities'
import { proposalOperations } from './operations/catalogue-proposals'
import { savedSearchOperations } from './operations/catalogue-saved-searches'
import { searchOperations } from './operations/catalogue-search'
import { listSharing } from './operations/catalogue-sharing'
import { stewardshipOperations } from './operations/catalogue-stewardship'
import { calendarOperations } from './operations/compute-calendars'
import { closureOperations } from './operations/compute-closures'
import { figureOperations } from './operations/compute-figures'
import { machineOperations } from './operations/compute-machines'
import { readinessOperations } from './operations/compute-readiness'
import { deliveryOperations } from './operations/delivery'
import { listGrantDownloads, recordSharing } from './operations/delivery-downloads'
import { keptFileOperations } from './operations/delivery-stewardship'
import { ethicsOperations } from './operations/ethics-approvals'
import { applicationOperations } from './operations/project-applications'
import { authorityOperations } from './operations/project-authority'
import { memberOperations } from './operations/project-members'
import { projectOperations } from './operations/projects'

/** Every operation of the REST API. A route serves one of these and nothing else; a test compares the two. */
export const operations: readonly Operation[] = [
  ...searchOperations,
  ...deliveryOperations,
  ...keptFileOperations,
  listGrantDownloads,
  recordSharing,
  ...datasetOperations,
  ...stewardshipOperations,
  listSharing,
  ...importOperations,
  ...priorityOperations,
  ...proposalOperations,
  ...savedSearchOperations,
  ...agreementOperations,
  ...formOperations,
  ...dataUseOperations,
  // Addresses of one word before those of any request.
  ...queueOperations,
  ...statisticsOperations,
  ...decisionOperations,
  ...requestPeopleOperations,
  ...requestOperations,
  ...requestFormOperations,
  ...grantOperations,
  ...visaOperations,
  ...requestEthicsOperations,
  ...systemOperations,
  ...workflowOperations,
  ...bookingOperations,
  ...waitingOperations,
  ...accountOperations,
  ...notificationOperations,
  ...administrationOperations,
  ...machineOperations,
  ...readinessOperations,
  ...calendarOperations,
  ...closureOperations,
  ...figureOperations,
  ...ethicsOperations,
  // Addresses of one word before those of any project.
  ...Object.values(applicationOperations),
  ...Object.values(projectOperations),
  ...Object.values(memberOperations),
  ...Object.values(authorityOperations),
]
