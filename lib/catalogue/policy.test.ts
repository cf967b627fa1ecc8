import { describe, expect, it } from 'vitest'
import { type Actor, anonymous } from '@/lib/platform/context'
import { refuse } from '@/lib/platform/refusal'
import {
  datasetAbilities,
  mayKeepSavedSearch,
  mayProposeCollection,
  maySeeDataset,
  maySeeFullSharingRecord,
  maySeeProposal,
  mayStewardCatalogue,
} from './policy'

const person = (roles: string[], secondFactor = true, scopes: string[] | null = null): Actor => ({
  kind: 'person',
  id: 'p1',
  name: 'Pia',
  roles,
  secondFactor,
  scopes,
  sessionId: scopes === null ? 's' : null,
})
const steward = person(['data-steward'])
const administrator = person(['hub-administrator'])
const researcher = person([])
const scope = refuse('platform.scope', { scope: 'catalogue:write', status: 403 })

describe('policies of the catalogue', () => {
  it.each([
    ['nobody', anonymous, refuse('platform.not-signed-in')],
    ['a researcher', researcher, false],
    ['an administrator', administrator, false],
    ['a steward without second factor', person(['data-steward'], false), refuse('platform.second-factor')],
    ['a steward', steward, true],
    ['a token that may read', person(['data-steward'], true, ['catalogue:read']), scope],
    ['a token that may write', person(['data-steward'], true, ['catalogue:write']), true],
  ])('stewarding by %s', (_, actor, expected) => {
    expect(mayStewardCatalogue(actor)).toEqual(expected)
  })

  it.each([
    ['draft', [false, false, true, true]],
    ['hidden', [false, false, true, true]],
    ['published', [true, true, true, true]],
    ['withdrawn', [true, true, true, true]],
  ] as const)('%s is seen by nobody, researcher, steward, administrator: %j', (state, expected) => {
    expect([anonymous, researcher, steward, administrator].map((actor) => maySeeDataset(actor, state))).toEqual(
      expected,
    )
  })

  it.each([
    [['catalogue:read'], true],
    [['catalogue:write'], true],
    [['account:read', 'journal:read'], false],
    [[], false],
  ])('a token of a steward with %j sees drafts: %s', (scopes, expected) => {
    expect(maySeeDataset(person(['data-steward'], true, scopes), 'draft')).toBe(expected)
  })

  it('keeps the full sharing record and the proposals of others from the public', () => {
    const handler = person(['request-handler'])
    const told = [anonymous, researcher, steward, handler, person(['request-handler'], true, ['requests:read'])]
    expect(told.map(maySeeFullSharingRecord)).toEqual([false, false, true, true, false])
    expect([
      maySeeProposal(researcher, 'p1'),
      maySeeProposal(researcher, 'p2'),
      maySeeProposal(anonymous, 'p1'),
      maySeeProposal(steward, 'p2'),
    ]).toEqual([true, false, false, true])
  })

  it('lets people propose and save searches of their own', () => {
    expect([mayProposeCollection(researcher), mayProposeCollection(anonymous)]).toEqual([
      true,
      refuse('platform.not-signed-in'),
    ])
    expect([
      mayKeepSavedSearch(researcher, null),
      mayKeepSavedSearch(researcher, 'p1'),
      mayKeepSavedSearch(researcher, 'p2'),
    ]).toEqual([true, true, false])
    expect(mayKeepSavedSearch(person([], true, []), 'p1')).toEqual(scope)
  })

  it('offers a steward what the state permits, and others nothing', () => {
    expect(datasetAbilities(steward, 'hidden')).toEqual(['edit', 'discardDraft', 'show', 'withdraw'])
    expect([datasetAbilities(administrator, 'draft'), datasetAbilities(steward, 'withdrawn')]).toEqual([[], []])
  })
})
