import { expect, test } from 'vitest'
import type { TextKind } from '@/lib/agreements/rules/in-force'
import { judgeAgreements } from '@/lib/agreements/rules/missing'
import { type Refusal, refuse } from '@/lib/platform/refusal'
import { fieldSentences, sentenceOf } from './refusal-text'

const said = (message: string, language: 'en' | 'sv') =>
  fieldSentences(refuse('platform.invalid', { fields: { abstract: [message] } }), { language }).abstract?.[0]

test.each([
  ['a key', 'catalogue.invalid.required', 'en', 'Write something here.'],
  ['a key in Swedish', 'catalogue.invalid.required', 'sv', 'Skriv något här.'],
  ['a sentence of zod’s own', 'Invalid input', 'sv', 'Invalid input'],
  ['what looks like a key and is none', 'no.such-key', 'en', 'no.such-key'],
] as const)('%s becomes a sentence', (_, message, language, sentence) => {
  expect(said(message, language)).toBe(sentence)
})

test('a value behind a key stands in its sentence', () => {
  expect(said('catalogue.invalid.personal-number?at=6', 'en')).toContain('at character 6;')
  expect(said('catalogue.invalid.personal-number?at=6', 'sv')).toContain('vid tecken 6;')
})

test('a code that a refusal carries is put into the words of its module', () => {
  const refusal = refuse('projects.no-authority', { status: 403, authority: 'manage-members' })
  expect(sentenceOf(refusal, { language: 'en' })).toContain('for it: Manage members.')
  expect(sentenceOf(refusal, { language: 'sv' })).toContain('för det: Hantera medlemmar.')
})

const missing = (kinds: TextKind[], language: 'en' | 'sv') =>
  sentenceOf(judgeAgreements(kinds, 'lungs') as Refusal, { language })

test('what agreements are missing is named, with where to mend it', () => {
  expect(missing(['dpa'], 'en')).toBe(
    'The project has no data processing agreement (DPA) in force. See to it on the project’s page of agreements (/projects/lungs/agreements).',
  )
  expect(missing(['user-terms'], 'en')).toBe(
    'You have not accepted the user terms in force. Accept them under Agreements (/agreements).',
  )
  expect(missing(['service-agreement', 'dpa', 'user-terms'], 'sv')).toBe(
    'Projektet har inget gällande personuppgiftsbiträdesavtal. Projektet har inget gällande tjänsteavtal. Du har inte godkänt de gällande användarvillkoren. Godkänn villkoren under Avtal (/agreements); resten ordnas på /projects/lungs/agreements.',
  )
})
