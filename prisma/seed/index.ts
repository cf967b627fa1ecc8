import type { PrismaClient } from '../generated/client'
import { seedRegister } from './catalogue'
import { seedPeople } from './people'

/** Fills a demonstration's database with its people and story. Idempotent: what is there already is left as it is. */
export async function seed(db: PrismaClient, at: Date): Promise<void> {
  await seedPeople(db, at)
  if ((await db.dataset.count()) === 0) await seedRegister(at)
}
