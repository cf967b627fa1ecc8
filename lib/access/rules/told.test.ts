import { expect, it } from 'vitest'
import { toldOfRemark } from './told'

const of = { applicantId: 'petra', handlers: ['hanna', 'harry'] }

it.each([
  ['the applicant', { authorId: 'petra', isPublic: true }, null, ['hanna', 'harry']],
  ['another member', { authorId: 'emil', isPublic: true }, 'petra', ['hanna', 'harry']],
  ['a handler, for all to see', { authorId: 'hanna', isPublic: true }, 'petra', ['harry']],
  ['a handler, for the hub alone', { authorId: 'hanna', isPublic: false }, null, ['harry']],
  ['a reviewer, for the hub alone', { authorId: 'rut', isPublic: false }, null, ['hanna', 'harry']],
  ['a reviewer, for all to see', { authorId: 'rut', isPublic: true }, 'petra', ['hanna', 'harry']],
])('what %s writes is told to whom it concerns', (_, said, applicant, handlers) => {
  expect(toldOfRemark(said, of)).toEqual({ applicant, handlers })
})
