import { FormContent, isAnswered } from '../../../lib/access/schema/forms'
import type { PrismaClient } from '../../generated/client'

const said: Readonly<Record<string, string>> = {
  date: '2027-01-01',
  email: 'somebody@demo.invalid',
  phone: '+4613281000',
  'ip-address': '130.236.1.1',
}
const rows: Readonly<Record<string, unknown>> = {
  selection: [{ examination: 'CT thorax', sex: 'any' }],
  parameters: [{ parameter: 'Age', reason: 'To see groups of age apart' }],
  pseudonymization: [{ parameter: 'Personal number', source: 'LIS', key: 'yes', data: 'no', method: 'Delete.' }],
  purpose: {
    aim: 'DUO:0000006',
    accepts: ['DUO:0000019', 'DUO:0000020', 'DUO:0000029', 'DUO:0000024'],
    organisation: 'not-for-profit',
    use: 'non-commercial',
    countries: ['SE'],
    institution: 'Linköping University',
    months: '10',
  },
}

/** Answers to everything that the form of a request asks, in words that say that they are made up; null where it has no form. */
export async function answersOf(db: PrismaClient, request: string, title: string) {
  const where = { id: request }
  const { formVersionId } = await db.accessRequest.findUniqueOrThrow({ where, select: { formVersionId: true } })
  if (formVersionId === null) return null
  const version = await db.accessFormVersion.findUniqueOrThrow({ where: { id: formVersionId } })
  const { fields } = FormContent.parse(version.content)
  const answers = fields
    .filter((field) => isAnswered(field) && field.kind !== 'attachment')
    .map(({ key, kind, options }) => {
      const words = kind === 'description' ? `${title} (demonstration)` : 'Made up for the demonstration'
      return [key, options[0]?.key ?? said[kind] ?? words]
    })
  const known = new Set(fields.map(({ key }) => key))
  const tables = Object.entries(rows).filter(([key]) => known.has(key))
  return { ...Object.fromEntries(answers), ...Object.fromEntries(tables) }
}
