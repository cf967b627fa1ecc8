import { owes } from '@/lib/agreements/rules/versions'
import { missingAgreements } from '@/lib/agreements/store/missing'
import { publishedVersions } from '@/lib/agreements/store/texts'
import type { Tx } from '@/lib/platform/db'
import { type Barred, barredFrom, demandedOf } from '../rules/entering'

type Person = { projectId: string; id: string; name: string; isActive: boolean; accepted: number[] }
type Key = { personId: string; name: string; type: string; fingerprint: string; publicKey: string }

/** Somebody of a project: whether they are let in, and with which public keys. */
export type Entrant = {
  readonly id: string
  readonly name: string
  readonly barred: Barred | null
  readonly keys: readonly Omit<Key, 'personId'>[]
}

/** Everybody who takes part in these projects, the PI first, with the versions of the user terms that they accepted. */
const peopleOf = (tx: Tx, projectIds: readonly string[]): Promise<Person[]> => tx.$queryRaw<Person[]>`
  SELECT p.id AS "projectId", x.id, x.name, x.deactivated_at IS NULL AS "isActive",
    coalesce((SELECT array_agg(t.version) FROM acceptance a JOIN agreement_text t ON t.id = a.text_id
      WHERE a.person_id = x.id AND a.subject = '' AND t.kind = 'user-terms'), '{}') AS accepted
  FROM project p JOIN person x ON x.id = p.pi_id OR EXISTS (
    SELECT FROM project_member m WHERE m.project_id = p.id AND m.person_id = x.id)
  WHERE p.id = ANY (${[...projectIds]}::uuid[]) ORDER BY p.id, x.id <> p.pi_id, x.name, x.id`

/** Who is let into the virtual machines of these projects, by project; what each has as public keys comes along. */
export async function entrantsOf(
  tx: Tx,
  projectIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly Entrant[]>> {
  const people = await peopleOf(tx, projectIds)
  const texts = await publishedVersions(tx)
  const keys: Key[] = await tx.sshKey.findMany({
    where: { personId: { in: people.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    select: { personId: true, name: true, type: true, fingerprint: true, publicKey: true },
  })
  const entrant = ({ id, name, isActive, accepted }: Person): Entrant => ({
    id,
    name,
    barred: barredFrom({ id, name, isActive, owesTerms: owes(texts, 'user-terms', accepted, now) }),
    keys: keys.filter((key) => key.personId === id).map(({ personId: _, ...key }) => key),
  })
  const of = (projectId: string) => people.filter((person) => person.projectId === projectId).map(entrant)
  return new Map(projectIds.map((id) => [id, of(id)]))
}

/** Which agreements each project lacks for a machine now: without them its running weeks are closed to everybody's keys. */
export async function lackingOf(
  tx: Tx,
  projects: readonly { readonly id: string; readonly institutionName: string }[],
  personalData: boolean,
  now: Date,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const lacking = new Map<string, readonly string[]>()
  for (const project of projects)
    lacking.set(project.id, demandedOf(await missingAgreements(tx, project, now), personalData))
  return lacking
}
