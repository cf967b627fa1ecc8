import { describe, expect, test } from 'vitest'
import type { TextKind } from './in-force'
import { judgeAgreements } from './missing'

describe('what is missing', () => {
  test('nothing: no refusal', () => expect(judgeAgreements([], 'lungs')).toBeNull())

  test.each<[TextKind[], string, string, string, string]>([
    [['dpa'], 'yes', 'no', 'no', 'project'],
    [['service-agreement', 'dpa'], 'yes', 'yes', 'no', 'project'],
    [['user-terms'], 'no', 'no', 'yes', 'person'],
    [['service-agreement', 'dpa', 'user-terms'], 'yes', 'yes', 'yes', 'both'],
  ])('%j is told by name', (missing, dpa, serviceAgreement, userTerms, mend) => {
    expect(judgeAgreements(missing, 'lungs')).toMatchObject({
      code: 'agreements.missing',
      details: { missing, slug: 'lungs', dpa, serviceAgreement, userTerms, mend },
    })
  })
})
