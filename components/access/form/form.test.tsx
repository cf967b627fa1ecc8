import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { answersForReviewer } from '@/lib/access/rules/forms-reviewer'
import { standardForm } from '@/lib/access/rules/forms-standard'
import { FormContent } from '@/lib/access/schema/forms'
import type { Answers } from '@/lib/access/schema/forms-answers'
import { FormAnswers } from './form-answers'
import { FormFields } from './form-fields'

const form = FormContent.parse(standardForm)
const answers: Answers = {
  study: 'Lungs of miners',
  documents: ['f1'],
  aims: 'First line\nSecond line',
  purpose: { aim: 'DUO:0000007', diseases: 'Stroke', touches: ['methods'], countries: 'SE, EEA', months: '24' },
  selection: [
    {
      from: '2019-01-01',
      until: '',
      examination: 'CT thorax',
      sex: 'female',
      'age-from': '18',
      'age-to': '',
      tissue: '',
    },
  ],
  pseudonymization: [{ parameter: 'PIN', source: 'LIS', key: 'yes', data: 'no', method: 'Delete.' }],
  transfer: 'disk',
  'transfer-service': 'left from before',
  'public-record': 'unnamed',
}
const files = [{ id: 'f1', name: 'plan.pdf', href: '/files/f1' }]
const read = (language: 'en' | 'sv', shown = { form, answers }) =>
  renderToStaticMarkup(
    <FormAnswers {...shown} language={language} files={files} asides={{ aims: <em>returned</em> }} />,
  )

describe('FormAnswers', () => {
  it('says what was answered in the reader’s words', () => {
    const html = read('en')
    for (const said of [
      'Lungs of miners',
      'First line</p>',
      'One or several diseases',
      'Sweden',
      'Female',
      'Delete.',
      'On an encrypted hard disk',
      '<em>returned</em>',
    ])
      expect(html).toContain(said)
    expect(html).toContain('<a href="/files/f1">plan.pdf</a>')
    expect(read('sv')).toContain('På en krypterad hårddisk')
  })

  it('leaves out what was not shown to the applicant, and says what is not answered', () => {
    const html = read('en')
    expect(html).not.toContain('left from before')
    expect(html).toContain('Not answered')
  })

  it('shows a reviewer nothing private', () => {
    const html = read('en', answersForReviewer(form, answers))
    expect(html).not.toContain('public record')
    expect(html).toContain('Lungs of miners')
  })
})

describe('FormFields', () => {
  const html = renderToStaticMarkup(<FormFields form={form} answers={answers} language="en" files={files} />)

  it('names each control by its field, row and column, filled with what is kept', () => {
    expect(html).toContain('name="answers.study" value="Lungs of miners"')
    expect(html).toMatch(/name="answers\.pseudonymization\.0\.method"[^>]*value="Delete\."/)
    expect(html).toMatch(/name="answers\.purpose\.months"[^>]*value="24"/)
    expect(html).toMatch(/name="answers\.documents"[^>]*value="f1"/)
    expect(html).toContain('name="files.documents"')
  })

  it('has empty rows ready, and shows what hangs on another answer, for those without JavaScript', () => {
    expect(html).toContain('name="answers.selection.2.examination"')
    expect(html).toContain('name="answers.transfer-service"')
    expect(html).not.toMatch(/<fieldset[^>]* hidden/)
  })

  it('gives every control a label', () => {
    const ids = [...html.matchAll(/<(?:input|select|textarea)[^>]* id="([^"]+)"/g)].map(([, id]) => id)
    const labelled = new Set([...html.matchAll(/for="([^"]+)"/g)].map(([, id]) => id))
    const wrapped = /<label[^>]*><input/g
    expect(ids.length).toBeGreaterThan(50)
    expect(ids.filter((id) => !labelled.has(id ?? '')).length).toBe([...html.matchAll(wrapped)].length)
  })
})
