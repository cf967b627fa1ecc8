import { describe, expect, it } from 'vitest'
import { standardTerms } from '@/prisma/seed/access/terms'
import { FormContent, fieldKinds, isAnswered } from '../schema/forms'
import { judgeAnswers } from './forms-judge'
import { purposeOf } from './forms-purpose'
import { standardForm } from './forms-standard'

const form = FormContent.parse(standardForm)
const asked = new Map(form.fields.map((field) => [field.key, field]))

describe('the standard form', () => {
  it('asks for everything that the domain lists', () => {
    const listed = 'study ethics-number documents data-description selection parameters pseudonymization sharing'.split(
      ' ',
    )
    const people = 'institution department country researcher researcher-degree signatory public-record payer'.split(
      ' ',
    )
    expect([...listed, ...people].filter((key) => !asked.has(key))).toEqual([])
    expect(asked.get('selection')?.kind).toBe('selection-criteria')
    expect(asked.get('pseudonymization')?.kind).toBe('pseudonymization')
  })

  it('keeps the opt-out of the public record from those who review', () => {
    expect(asked.get('public-record')?.privateFromReviewers).toBe(true)
  })

  it('shows nearly every kind of field', () => {
    const used = new Set(form.fields.map(({ kind }) => kind))
    expect(fieldKinds.filter((kind) => !used.has(kind))).toEqual(['multi-select', 'label'])
  })

  it('can be answered', () => {
    const words: Record<string, string> = {
      date: '2027-01-01',
      email: 'a@example.org',
      phone: '+4613281000',
      'ip-address': '130.236.1.1',
    }
    const rows = {
      selection: [{ examination: 'CT thorax', sex: 'any' }],
      parameters: [{ parameter: 'Age', reason: 'Strata' }],
      pseudonymization: [{ parameter: 'PIN', source: 'LIS', key: 'yes', data: 'no', method: 'Delete.' }],
      purpose: { aim: 'DUO:0000006' },
    }
    const plain = form.fields
      .filter((field) => isAnswered(field) && field.kind !== 'attachment')
      .map(({ key, kind, options }) => [key, options[0]?.key ?? words[kind] ?? 'Said'])
    const { findings, answers, isComplete } = judgeAnswers(
      form,
      { ...Object.fromEntries(plain), ...rows },
      { attachments: new Set() },
    )
    expect(findings).toEqual([])
    expect(isComplete).toBe(true)
    expect(purposeOf(form, answers)?.aim).toBe('DUO:0000006')
  })
})

it('the standard terms have the same sections in both languages, and say who covers the cost of extraction', () => {
  const sections = (body: string) => body.match(/^# \d+/gm)
  expect(sections(standardTerms.bodyEn)).toEqual(sections(standardTerms.bodySv))
  expect(standardTerms.bodyEn).toContain('cost of extraction')
  expect(standardTerms.bodySv).toContain('Kostnaden för uttag')
})
