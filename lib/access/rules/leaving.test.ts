import { expect, test } from 'vitest'
import { goesWithProject, type Leaving } from './leaving'

const out = new Date('2026-11-28T12:00:00Z')
const since = (minutes: number) => new Date(out.getTime() + minutes * 60_000)
const member: Leaving = { joinedAt: since(-60), isInProject: false, isApplicant: false }

test.each<[string, Partial<Leaving>, boolean]>([
  ['a member goes out of a request with the project', {}, true],
  ['whoever comes at that moment, too', { joinedAt: since(0) }, true],
  ['who came back to the project stays', { isInProject: true }, false],
  ['who came by a link since stays', { joinedAt: since(1) }, false],
  ['who leads it stays its applicant', { isApplicant: true }, false],
  ['who is no member has nothing to leave', { joinedAt: null }, false],
])('%s', (_, changes, goes) => expect(goesWithProject({ ...member, ...changes }, out)).toBe(goes))
