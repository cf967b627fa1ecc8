import type { Tx } from '@/lib/platform/db'
import { recipientCountry } from '../rules/recipient'

type Recipient = {
  institution: string | null
  ror: string | null
  department: string | null
  recipient: string | null
  optedOut: boolean
}
type Row = Recipient & { stated: string | null; authority: string | null }

/**
 * Who receives the data of a grant, as the sharing record names them. The country is that of the institution as the request states it
 * (the field `country` of its form); where that names none, that of the ethics authority.
 */
export async function recipientOf(tx: Tx, grantId: string): Promise<(Recipient & { country: string | null }) | null> {
  const [found] = await tx.$queryRaw<Row[]>`
    SELECT r.answers->>'country' AS stated, v.country AS authority, p.institution_name AS institution, p.institution AS ror,
      nullif(p.department, '') AS department, a.name AS recipient, r.opted_out AS "optedOut"
    FROM access_grant g JOIN access_request r ON r.id = g.request_id JOIN project p ON p.id = r.project_id
    LEFT JOIN person a ON a.id = r.applicant_id LEFT JOIN ethics_approval e ON e.id = r.ethics_approval_id
    LEFT JOIN ethics_version v ON v.id = e.governing_id WHERE g.id = ${grantId}::uuid`
  if (!found) return null
  const { stated, authority, ...recipient } = found
  return { ...recipient, country: recipientCountry({ stated, authority }) }
}
