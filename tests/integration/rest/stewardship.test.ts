import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { factsOf, isFound, published, recordOf } from '../catalogue/stewards'
import { anyone, outsiders, type Program, refusal, stewardProgram } from './program'

const all = '/api/v1/stewardship/datasets'
const of = (slug: string) => `${all}/${slug}`

/** Makes a draft and gives its address among the stewards' datasets. */
async function draft(program: Program, slug: string): Promise<string> {
  const made = await program('POST', all, { body: { record: recordOf(slug) } })
  expect([made.status, made.headers.get('location'), made.said]).toEqual([201, of(slug), { slug, revision: 1 }])
  return of(slug)
}

test('a program makes a draft, publishes it and its next version, hides, shows and withdraws it', async () => {
  const program = await stewardProgram()
  const at = await draft(program, 'whole-way')
  expect(refusal(await anyone('GET', '/api/v1/datasets/whole-way'))).toEqual([404, 'platform.not-found'])
  expect((await program('GET', `${at}/preview`)).said).toMatchObject({ slug: 'whole-way', versions: ['1.0.0'] })

  const first = await program('POST', `${at}/versions`, { body: { expectedRevision: 1, version: '1.0.0' } })
  expect([first.status, first.headers.get('location')]).toEqual([201, '/api/v1/datasets/whole-way/versions/1.0.0'])
  expect((await anyone('GET', '/api/v1/datasets/whole-way')).said.record.title).toBe('Dataset whole-way')

  const saved = await program('PATCH', at, { body: { expectedRevision: 2, changes: { title: 'Once more' } } })
  expect(saved.said).toMatchObject({ revision: 3, changed: ['title'], passed: [] })
  expect((await program('GET', at)).said).toMatchObject({
    revision: 3,
    state: 'published',
    draft: { by: 'Sten Steward' },
    current: { number: '1.0.0' },
    difference: [{ field: 'title', before: 'Dataset whole-way', after: 'Once more' }],
    nextVersions: { minor: '1.1.0' },
  })
  const next = { expectedRevision: 3, version: '1.1.0' }
  const noteless = await program('POST', `${at}/versions`, { body: next })
  expect([...refusal(noteless), noteless.said.errors[0].pointer]).toEqual([422, 'platform.invalid', '#/changeNote'])
  await program('POST', `${at}/versions`, { body: { ...next, changeNote: 'A better title' } })
  expect((await anyone('GET', '/api/v1/datasets/whole-way')).said.record.title).toBe('Once more')
  const old = await anyone('GET', '/api/v1/datasets/whole-way/versions/1.0.0')
  expect(old.said).toMatchObject({ record: { title: 'Dataset whole-way' }, versions: ['1.1.0', '1.0.0'] })

  const hidden = await program('POST', `${at}/hide`, { body: { expectedRevision: 4, reason: 'A doubt about consent' } })
  expect([hidden.status, hidden.said.state, await isFound('whole-way')]).toEqual([200, 'hidden', false])
  expect((await anyone('GET', '/api/v1/datasets/whole-way')).status).toBe(404)
  await program('POST', `${at}/show`, { body: { expectedRevision: 5 } })
  expect((await anyone('GET', '/api/v1/datasets/whole-way')).status).toBe(200)
  const end = { expectedRevision: 6, reason: 'The consent was withdrawn' }
  expect((await program('POST', `${at}/withdraw`, { body: end })).said.state).toBe('withdrawn')
  expect((await anyone('GET', '/api/v1/datasets/whole-way')).said).toMatchObject({
    state: 'withdrawn',
    withdrawn: { reason: 'The consent was withdrawn' },
  })
  const late = await program('PATCH', at, { body: { expectedRevision: 7, changes: { title: 'Too late' } } })
  expect(refusal(late)).toEqual([409, 'catalogue.not-in-this-state'])
  expect((await factsOf('whole-way')).map(({ type }) => type.replace('catalogue.', ''))).toEqual([
    'dataset-created',
    'version-published',
    'draft-saved',
    'version-published',
    'dataset-hidden',
    'dataset-shown',
    'dataset-withdrawn',
  ])
})

test('two who save from the same revision: what goes together is kept, what collides is told and not overwritten', async () => {
  const [ann, bo] = await Promise.all([stewardProgram('Ann'), stewardProgram('Bo')])
  const at = await draft(ann, 'collides')
  const save = (program: Program, changes: object, more: object = {}) =>
    program('PATCH', at, { body: { expectedRevision: 1, changes, ...more } })
  await save(ann, { title: 'By Ann', stain: 'H&E' })
  const collided = await save(bo, { title: 'By Bo', phase: 'Arterial' })
  expect(refusal(collided)).toEqual([409, 'catalogue.collides'])
  expect(collided.said.details).toMatchObject({
    revision: 2,
    collisions: [{ field: 'title', before: ['Dataset collides'], theirs: ['By Ann'], mine: ['By Bo'] }],
    passed: [{ field: 'stain', before: [], theirs: ['H&E'] }],
    savedBy: [{ by: 'Ann' }],
  })
  expect((await bo('GET', at)).said).toMatchObject({ revision: 2, record: { title: 'By Ann', phase: null } })
  const together = await save(bo, { phase: 'Arterial' })
  expect(together.said).toMatchObject({ revision: 3, changed: ['phase'] })
  expect(together.said.passed.map(({ field }: { field: string }) => field)).toEqual(['title', 'stain'])
  const stale = await save(bo, { title: 'By Bo' }, { resolved: { revision: 2, mine: ['title'] } })
  expect(refusal(stale)).toEqual([409, 'catalogue.collides'])
  await save(bo, { title: 'By Bo' }, { resolved: { revision: 3, mine: ['title'] } })
  expect((await ann('GET', at)).said.record).toMatchObject({ title: 'By Bo', stain: 'H&E', phase: 'Arterial' })
})

test('what was decided from an outdated revision is refused, with both revisions', async () => {
  const program = await stewardProgram()
  await published(recordOf('outdated'))
  const [of1, reason] = [of('outdated'), 'A doubt about consent']
  const refused = await program('POST', `${of1}/hide`, { body: { expectedRevision: 1, reason } })
  expect([...refusal(refused), refused.said.details]).toEqual([409, 'catalogue.moved-on', { expected: 1, revision: 2 }])
  expect((await anyone('GET', '/api/v1/datasets/outdated')).status).toBe(200)
})

test('a request repeated with its Idempotency-Key is carried out once and answered alike, however many come at once', async () => {
  const program = await stewardProgram()
  const key = { 'idempotency-key': 'make-repeated-1' }
  const make = () => program('POST', all, { body: { record: recordOf('repeated') }, headers: key })
  const answers = await Promise.all([make(), make(), make(), make()])
  expect(answers.map(({ status, said }) => [status, said])).toEqual(
    answers.map(() => [201, { slug: 'repeated', revision: 1 }]),
  )
  expect((await factsOf('repeated')).length).toBe(1)
  const other = await program('POST', all, { body: { record: recordOf('other-thing') }, headers: key })
  expect(refusal(other)).toEqual([422, 'platform.key-reused'])
  const keyless = await program('POST', all, { body: { record: recordOf('repeated') } })
  expect(refusal(keyless)).toEqual([409, 'catalogue.slug-taken'])
})

test('a wrong field is named by its place in the body', async () => {
  const program = await stewardProgram()
  const at = await draft(program, 'wrong-field')
  const changes = { modalities: ['CT', 'XX'], contactEmail: 'nobody' }
  const { status, said } = await program('PATCH', at, { body: { expectedRevision: 1, changes } })
  expect(status).toBe(422)
  expect(said.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
    '#/changes/contactEmail',
    '#/changes/modalities/1',
  ])
  const incomplete = await program('POST', all, { body: { record: recordOf('wrong-field-2', { organs: [] }) } })
  expect(incomplete.status).toBe(201)
  const early = { expectedRevision: 1, version: '1.0.0' }
  const refused = await program('POST', `${of('wrong-field-2')}/versions`, { body: early })
  expect([...refusal(refused), refused.said.details]).toEqual([409, 'catalogue.incomplete', { missing: ['organs'] }])
})

test('a draft is discarded: one that was never published goes, another leaves what is public', async () => {
  const program = await stewardProgram()
  const at = await draft(program, 'discarded')
  const gone = await program('POST', `${at}/discard`, { body: { expectedRevision: 1 } })
  expect(gone.said).toEqual({ slug: 'discarded', removed: true })
  expect((await program('GET', at)).status).toBe(404)
  await published(recordOf('kept'))
  await program('PATCH', of('kept'), { body: { expectedRevision: 2, changes: { title: 'Not so' } } })
  const left = await program('POST', `${of('kept')}/discard`, { body: { expectedRevision: 3 } })
  expect(left.said).toEqual({ slug: 'kept', removed: false })
  expect((await program('GET', of('kept'))).said).toMatchObject({ draft: null, record: { title: 'Dataset kept' } })
})

test('outsiders are told the same of a draft as of nothing, and change nothing', async () => {
  const at = await draft(await stewardProgram(), 'unseen')
  const writes = [
    { method: 'PATCH', path: '', body: { expectedRevision: 1, changes: { title: 'Mine' } } },
    { method: 'POST', path: '/versions', body: { expectedRevision: 1, version: '1.0.0' } },
    { method: 'POST', path: '/discard', body: { expectedRevision: 1 } },
    { method: 'POST', path: '/withdraw', body: { expectedRevision: 1, reason: 'No reason' } },
  ]
  for (const { who, program, status, code } of await outsiders())
    for (const { method, path, body } of writes)
      for (const base of [at, of('nowhere')])
        expect([who, ...refusal(await program(method, base + path, { body }))]).toEqual([who, status, code])
  expect((await factsOf('unseen')).length).toBe(1)
})

test('the list holds every dataset once, page by page, in whatever state', async () => {
  const program = await stewardProgram()
  await published(...Array.from({ length: 60 }, (_, i) => recordOf(`listed-${String(i).padStart(2, '0')}`)))
  const slugs: string[] = []
  let cursor: string | null = ''
  for (let pages = 0; cursor !== null && pages < 20; pages++) {
    const { said } = await program('GET', `${all}${cursor && `?cursor=${cursor}`}`)
    slugs.push(...said.items.map(({ slug }: { slug: string }) => slug))
    cursor = said.nextCursor
  }
  const held = await db().dataset.findMany({ select: { slug: true } })
  expect(slugs.toSorted()).toEqual(held.map(({ slug }) => slug).toSorted())
  const waiting = (await program('GET', `${all}?show=waiting`)).said
  expect(waiting.items.every(({ draftAt }: { draftAt: string | null }) => draftAt !== null)).toBe(true)
  expect((await program('GET', '/api/v1/stewardship')).said.counts).toEqual(waiting.counts)
})
