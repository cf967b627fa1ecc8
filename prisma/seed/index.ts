import { registerReactions } from '../../lib/platform/jobs'
import { reactions } from '../../lib/reactions/reactions'
import type { PrismaClient } from '../generated/client'
import { seedRegister } from './catalogue'
import { seedPeople } from './people'
import { seedStewardship } from './stewardship'

/** Fills a demonstration's database with its people and story. Idempotent: what is there already is left as it is. */
export async function seed(db: PrismaClient, at: Date): Promise<void> {
  registerReactions(reactions)
  await seedPeople(db, at)
  if ((await db.dataset.count()) === 0) await seedRegister(at)
  if ((await db.priorityItem.count()) === 0) await seedStewardship(at)
}
