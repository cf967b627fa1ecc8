import { FormContent, isAnswered } from '../../../lib/access/schema/forms'
import type { PrismaClient } from '../../generated/client'
import { otherStudy, studies } from './studies'

const purpose = {
  aim: 'DUO:0000006',
  accepts: ['DUO:0000019', 'DUO:0000020', 'DUO:0000029', 'DUO:0000024'],
  organisation: 'not-for-profit',
  use: 'non-commercial',
  countries: ['SE'],
  institution: 'Linköping University',
  months: '10',
}
const pseudonymization = [
  { parameter: 'Personal number', source: 'LIS', key: 'yes', data: 'no', method: 'Replaced by a running number.' },
  {
    parameter: 'Date of examination',
    source: 'PACS',
    key: 'yes',
    data: 'yes',
    method: 'Moved by the same days per patient.',
  },
  { parameter: 'Text burnt into images', source: 'PACS', key: 'no', data: 'no', method: 'Removed.' },
]

/** What every study of the story says of who asks and how they keep the data; the people are invented, and named so. */
const said: Readonly<Record<string, string>> = {
  'ethics-number': '2025-04711-01',
  sharing:
    'Data will be shared for research validation, and for further ethical and legal research. No onward sharing.',
  institution: 'Linköping University',
  department: 'Department of Invented Imaging (demonstration)',
  country: 'Sweden',
  'field-activity':
    'The group has worked with AI in diagnostics for eight years and reads with the university hospital.',
  researcher: 'Petra PI (demonstration)',
  'researcher-email': 'petra@demo.invalid',
  'researcher-phone': '+4613281000',
  signatory: 'Signe Signatory (demonstration)',
  'signatory-title': 'Head of department',
  'signatory-email': 'signe@demo.invalid',
  invoice: 'Department of Invented Imaging, reference DEMO-4711',
  'needed-from': '2027-01-01',
}
const ofKind: Readonly<Record<string, string>> = {
  date: '2027-01-01',
  email: 'somebody@demo.invalid',
  phone: '+4613281000',
  'ip-address': '130.236.1.1',
}

/** The answers of one study, by the keys of the standard form. */
function words(title: string): Readonly<Record<string, unknown>> {
  const { aims, data, selection, parameters } = studies[title] ?? otherStudy
  const table = parameters.map(([parameter, reason]) => ({ parameter, reason }))
  return { ...said, aims, 'data-description': data, selection, parameters: table, pseudonymization, purpose }
}

/** Answers to everything that the form of a request asks, of a study that is made up; null where it has no form. */
export async function answersOf(db: PrismaClient, request: string, title: string) {
  const where = { id: request }
  const { formVersionId } = await db.accessRequest.findUniqueOrThrow({ where, select: { formVersionId: true } })
  if (formVersionId === null) return null
  const version = await db.accessFormVersion.findUniqueOrThrow({ where: { id: formVersionId } })
  const { fields } = FormContent.parse(version.content)
  const answers = fields
    .filter((field) => isAnswered(field) && field.kind !== 'attachment')
    .map(({ key, kind, options }) => {
      const other = kind === 'description' ? `${title} (demonstration)` : 'Made up for the demonstration'
      return [key, options[0]?.key ?? ofKind[kind] ?? other]
    })
  const known = new Set(fields.map(({ key }) => key))
  const own = Object.entries(words(title)).filter(([key]) => known.has(key))
  return { ...Object.fromEntries(answers), ...Object.fromEntries(own) }
}
