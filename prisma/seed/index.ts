import { registerReactions } from '../../lib/platform/jobs'
import { reactions } from '../../lib/reactions/reactions'
import type { PrismaClient } from '../generated/client'
import { seedForms } from './access/forms'
import { seedAgreements } from './agreements/story'
import { seedBookings } from './booking/story'
import { seedRegister } from './catalogue'
import { seedEthics } from './ethics/story'
import { seedFiles } from './files/story'
import { seedMachines } from './machines'
import { seedPeople } from './people'
import { seedOverBudget, seedProjects } from './projects/story'
import { seedRequests } from './requests/story'
import { seedStewardship } from './stewardship'

/** Nobody is written to about half a year of bookings and requests that were never made. */
const withoutBooking = Object.fromEntries(
  Object.entries(reactions).filter(([type]) => !/^(booking|access)\./.test(type)),
)

/** Fills a demonstration's database with its people and story: the people and the register were there before the story began. Idempotent: what is there already is left as it is. */
export async function seed(db: PrismaClient, at: Date): Promise<void> {
  registerReactions(withoutBooking)
  const before = new Date(at.getTime() - 90 * 86_400_000)
  await seedPeople(db, new Date(at.getTime() - 440 * 86_400_000))
  if ((await db.machine.count()) === 0) await seedMachines(at)
  if ((await db.dataset.count()) === 0) await seedRegister(before)
  if ((await db.accessForm.count()) === 0) await seedForms(db, at)
  if ((await db.priorityItem.count()) === 0) await seedStewardship(at)
  if ((await db.project.count()) === 0) await seedProjects(db, at)
  if ((await db.agreementText.count()) === 0) await seedAgreements(db, at)
  if ((await db.ethicsApproval.count()) === 0) await seedEthics(db, at)
  if ((await db.accessRequest.count()) === 0) await seedRequests(db, at)
  if ((await db.datasetFileList.count()) === 0) await seedFiles(db, at)
  // Last: who books needs a project, its agreements and a machine.
  if ((await db.booking.count()) === 0) {
    await seedBookings(db, at)
    await seedOverBudget(db, at)
  }
}
