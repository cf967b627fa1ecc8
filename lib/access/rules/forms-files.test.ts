import { describe, expect, test } from 'vitest'
import { FormContent } from '../schema/forms'
import { filesLeft } from './forms-files'

const both = (text: string) => ({ en: text, sv: text })
const form = FormContent.parse({
  title: both('Form'),
  fields: [
    { key: 'aim', kind: 'text', label: both('Aim') },
    { key: 'plan', kind: 'attachment', label: both('Plan') },
    { key: 'contract', kind: 'attachment', label: both('Contract') },
  ],
})
const said = { aim: 'Grading', plan: ['a'], contract: [] }

describe('a request that is made from another', () => {
  test.each([
    [{ aim: 'Grading' }, ['plan']],
    [{ aim: 'Grading', plan: ['b'] }, []],
    [{ plan: [] }, ['plan']],
  ])('that says %o lacks the files of %o', (own, left) => {
    expect(filesLeft(form, own, said)).toEqual(left)
    expect(filesLeft(null, own, said)).toEqual([])
  })
})
