import { describe, expect, it } from 'vitest'
import { anonymous, type Person } from '@/lib/platform/context'
import { isTheirs, mayFetch, mayKeepFiles } from './policy'

const person = (more: Partial<Person> = {}): Person => ({
  kind: 'person',
  id: 'a',
  name: 'A',
  roles: [],
  secondFactor: true,
  scopes: null,
  sessionId: 's',
  ...more,
})

describe('who delivers and fetches', () => {
  it('lets stewards keep files, and nobody else', () => {
    expect(mayKeepFiles(person({ roles: ['data-steward'] }))).toBe(true)
    expect(mayKeepFiles(person())).toBe(false)
    expect(mayKeepFiles(person({ roles: ['data-steward'], secondFactor: false }))).toMatchObject({
      code: 'platform.second-factor',
    })
    expect(mayKeepFiles(person({ roles: ['data-steward'], scopes: ['data:read'] }))).toMatchObject({
      code: 'platform.scope',
    })
    expect(mayKeepFiles(anonymous)).toMatchObject({ code: 'platform.not-signed-in' })
  })

  it('lets a token fetch only with the scope for it', () => {
    expect(mayFetch(person())).toBe(true)
    expect(mayFetch(person({ scopes: ['data:read'] }))).toBe(true)
    expect(mayFetch(person({ scopes: ['requests:read'] }))).toMatchObject({ code: 'platform.scope' })
    expect(mayFetch(anonymous)).toMatchObject({ code: 'platform.not-signed-in' })
  })

  it('binds a link to one person', () => {
    const link = { personId: 'a' }
    expect(isTheirs(person(), link)).toBe(true)
    expect(isTheirs(person({ id: 'b' }), link)).toBe(false)
    expect(isTheirs(anonymous, link)).toBe(false)
  })
})
