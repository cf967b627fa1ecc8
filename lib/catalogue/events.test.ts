import { expect, it } from 'vitest'
import { happened } from './events'

it('an event names its stream, its subject and ids only', () => {
  const data = { slug: 'ctpa', versionId: 'v', version: '1.1', previous: '1.0', revision: 5 }
  expect(happened.versionPublished('d1', data)).toEqual({
    type: 'catalogue.version-published',
    stream: 'dataset:d1',
    subjectId: 'd1',
    data,
  })
})
