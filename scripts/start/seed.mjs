// Seeds the database in DATABASE_URL, and tells the script that started this whom one can sign in as.
import { readClock } from '../../lib/platform/clock.ts'
import { db, disconnect } from '../../lib/platform/db.ts'
import { seed } from '../../prisma/seed/index.ts'
import { people } from '../../prisma/seed/people.ts'

await seed(db(), readClock())
await disconnect()
process.send?.({ people: people.map(({ name, department }) => ({ name, department })) }, () => process.disconnect())
