import { createForm, saveFormDraft } from '../../../lib/access/commands/form-drafts'
import { publishForm } from '../../../lib/access/commands/form-versions'
import { standardForm } from '../../../lib/access/rules/forms-standard'
import { asks, choice, type FormWritten } from '../../../lib/access/rules/forms-written'
import { stateDataUse } from '../../../lib/catalogue/commands/state-data-use'
import type { PrismaClient } from '../../generated/client'
import { as } from '../stewardship'
import { technicalContent, technicalForm } from './technical-form'

const health = { term: 'DUO:0000006' }
const ethics = { term: 'DUO:0000021' }
const together = { term: 'DUO:0000020', values: ['Those who made the dataset, as co-authors'] }

/** What the register's licences say, in terms of the ontology. The rest of the datasets state nothing yet. */
const uses = {
  ctpa: [health, ethics, together],
  brln: [health, ethics, together],
  drsk: [health, ethics],
  lnco: [health, ethics, { term: 'DUO:0000026' }],
  'mbtst-dm': [health, ethics, { term: 'DUO:0000022', values: ['EEA'] }],
  ctpel: [{ term: 'DUO:0000042' }],
} as const

const basis = 'Demonstration: made up from what the licence in the register says.'

/** What the next version would ask besides: a draft that waits for its steward. */
const next: FormWritten = {
  ...standardForm,
  fields: [
    ...standardForm.fields,
    asks('hearing', 'multi-select', ['How did you hear of the data?', 'Hur fick ni höra talas om datan?'], null, {
      optional: true,
      options: [
        choice('search', 'By searching the catalogue', 'Genom att söka i katalogen'),
        choice('paper', 'From a publication', 'Genom en publikation'),
        choice('colleague', 'From a colleague', 'Genom en kollega'),
      ],
    }),
  ],
}

/** The hub's standard form in its first version, a draft of its second; a short form; and the data use of some datasets. */
export async function seedForms(db: PrismaClient, now: Date): Promise<void> {
  const form = 'standard'
  await createForm(as('sten', now, 420), { form, content: standardForm })
  await publishForm(as('sten', now, 418), { form, expectedRevision: 1 })
  await saveFormDraft(as('sten', now, 3), { form, expectedRevision: 2, content: next })
  await createForm(as('sten', now, 416), { form: technicalForm, content: technicalContent })
  await publishForm(as('sten', now, 415), { form: technicalForm, expectedRevision: 1 })
  // What somebody has hidden, withdrawn or stated meanwhile is theirs.
  const where = { slug: { in: Object.keys(uses) }, state: 'published', dataUse: { none: {} } }
  const open = await db.dataset.findMany({ where, select: { slug: true } })
  for (const [slug, conditions] of Object.entries(uses).filter(([one]) => open.some((row) => row.slug === one)))
    await stateDataUse(as('sten', now, 60), { slug, expectedOrdinal: 0, conditions, basis })
}
