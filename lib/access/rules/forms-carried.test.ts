import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FormContent } from '../schema/forms'
import type { Answers } from '../schema/forms-answers'
import { carriedTo } from './forms-carried'
import { judgeAnswers } from './forms-judge'
import { standardForm } from './forms-standard'

const both = (text: string) => ({ en: text, sv: text })
const options = ['yes', 'no'].map((key) => ({ key, label: both(key) }))
const short = FormContent.parse({
  title: both('Short'),
  fields: [
    { key: 'study', kind: 'description', label: both('Study') },
    { key: 'sharing', kind: 'option', label: both('Shared'), options },
    { key: 'with', kind: 'text', label: both('With whom'), visibleIf: { field: 'sharing', options: ['yes'] } },
    { key: 'documents', kind: 'attachment', label: both('Documents'), optional: true },
  ],
})
const standard = FormContent.parse(standardForm)
const purpose = { aim: 'DUO:0000006', countries: 'SE' }

describe('what goes along to another form', () => {
  it.each<[string, FormContent | null, Answers, Answers, string[] | null]>([
    ['what both ask', short, { study: 'Nodes', aims: 'To see' }, { study: 'Nodes' }, []],
    ['what fits the field there', short, { sharing: 'yes', with: 'KTH' }, { sharing: 'yes', with: 'KTH' }, []],
    ['not what could not have been answered so', short, { sharing: 'In a repository', with: 'KTH' }, {}, []],
    ['not files that it does not have', short, { documents: ['01900000-0000-7000-8000-00000000a001'] }, {}, []],
    [
      'the purpose, where it is asked',
      standard,
      { study: 'Nodes', purpose },
      { study: 'Nodes', purpose },
      ['DUO:0000006'],
    ],
    ['no purpose, where it is not', short, { study: 'Nodes', purpose }, { study: 'Nodes' }, []],
    ['all of it, without a form', null, { study: 'Nodes', purpose }, { study: 'Nodes', purpose }, null],
  ])('%s', (_, form, answers, carried, purposes) => {
    const told = carriedTo(form, answers)
    expect(told.answers).toEqual(carried)
    if (purposes === null || purposes.length === 0) expect(told.purposes).toEqual(purposes)
    else expect(told.purposes).toEqual(expect.arrayContaining(purposes))
  })
})

it('whatever goes along a draft may keep, and carrying it once more changes nothing', () => {
  const answer = fc.oneof(fc.constantFrom('yes', 'no', 'Words'), fc.constant(['yes']), fc.constant(purpose))
  const keys = fc.constantFrom('study', 'sharing', 'with', 'documents', 'purpose', 'aims')
  fc.assert(
    fc.property(fc.dictionary(keys, answer), fc.constantFrom(short, standard), (answers, form) => {
      const { answers: carried } = carriedTo(form, answers as Answers)
      expect(judgeAnswers(form, carried, { attachments: new Set() }).mayBeKept).toBe(true)
      expect(carriedTo(form, carried).answers).toEqual(carried)
    }),
  )
})
