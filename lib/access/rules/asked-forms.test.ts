import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Adding, byForm, formOfAdding, judgeOneForm } from './asked-forms'

const [ctpa, brln] = ['ctpa', 'brln'].map((slug) => ({ slug, form: 'standard' }))
const [micromen, phantoms] = ['micromen', 'phantoms'].map((slug) => ({ slug, form: 'short' }))
const some = (...all: ({ slug: string; form: string } | undefined)[]) => all.filter((one) => one !== undefined)

describe('what adding datasets does to the form of a request', () => {
  const draft = { own: 'standard', isDraft: true, kept: some(ctpa), added: some(brln) }
  test.each<[string, Partial<Adding>, ReturnType<typeof formOfAdding>]>([
    ['one of the same form', {}, 'kept'],
    ['one of another form', { added: some(micromen) }, 'apart'],
    ['two of different forms, to none', { kept: [], added: some(micromen, brln) }, 'apart'],
    ['one of another form, to none: the draft is asked anew', { kept: [], added: some(micromen) }, 'taken'],
    ['the same, to a request that was submitted', { kept: [], added: some(micromen), isDraft: false }, 'other'],
    [
      'one like those that are asked otherwise by now',
      { own: 'standard', kept: some(micromen), added: some(phantoms) },
      'other',
    ],
    [
      'the same, to a request that was submitted',
      { kept: some(micromen), added: some(phantoms), isDraft: false },
      'kept',
    ],
    ['one that the rest was asked like before', { kept: some(micromen), added: some(ctpa) }, 'apart'],
    ['none, where the rest is apart already', { kept: some(micromen, ctpa), added: [] }, 'kept'],
    ['one, to a request that was made before there was a form', { own: null }, 'kept'],
    ['the same, of two forms', { own: null, added: some(micromen) }, 'apart'],
    ['none to none', { kept: [], added: [] }, 'kept'],
  ])('%s', (_, change, outcome) => {
    expect(formOfAdding({ ...draft, ...change })).toBe(outcome)
  })
})

test('the refusal says which dataset is asked with which form', () => {
  const title = { en: 'Short request', sv: 'Kort ansökan' }
  const groups = [
    { form: 'standard', title: null, datasets: ['ctpa'] },
    { form: 'short', title, datasets: ['micromen', 'phantoms'] },
  ]
  expect(judgeOneForm(groups)).toMatchObject({
    code: 'access.different-forms',
    details: {
      asked: [
        { en: '“standard” (ctpa)', sv: '”standard” (ctpa)' },
        { en: '“Short request” (micromen, phantoms)', sv: '”Kort ansökan” (micromen, phantoms)' },
      ],
      forms: [
        { form: 'standard', datasets: ['ctpa'] },
        { form: 'short', datasets: ['micromen', 'phantoms'] },
      ],
    },
  })
  expect(judgeOneForm(groups.slice(1))).toBeNull()
  expect(judgeOneForm([])).toBeNull()
})

const dataset = fc.record({ slug: fc.stringMatching(/^[a-z]{3}$/), form: fc.constantFrom('a', 'b', 'c') })
const datasets = fc.uniqueArray(dataset, { selector: ({ slug }) => slug, maxLength: 8 })

test('grouping loses no dataset and mixes no forms', () => {
  fc.assert(
    fc.property(datasets, (all) => {
      const groups = byForm(all)
      expect(groups.flatMap(({ datasets: slugs }) => slugs).toSorted()).toEqual(all.map(({ slug }) => slug).toSorted())
      expect(new Set(groups.map(({ form }) => form)).size).toBe(groups.length)
      for (const { form, datasets: slugs } of groups)
        for (const slug of slugs) expect(all.find((one) => one.slug === slug)?.form).toBe(form)
    }),
  )
})

test('however datasets come and go, a draft is asked with the one form that all of its datasets ask', () => {
  const step = fc.record({ add: datasets, remove: fc.nat({ max: 8 }) })
  fc.assert(
    fc.property(fc.constantFrom('a', 'b', 'c'), fc.array(step, { maxLength: 12 }), (first, steps) => {
      let own: string = first
      let kept: { slug: string; form: string }[] = []
      for (const { add, remove } of steps) {
        const left = kept.slice(remove)
        const added = add.filter(({ slug }) => !left.some((one) => one.slug === slug))
        const outcome = formOfAdding({ own, isDraft: true, kept: left, added })
        if (outcome === 'apart' || outcome === 'other') continue
        kept = [...left, ...added]
        if (outcome === 'taken') own = kept[0]?.form ?? own
        expect(kept.every(({ form }) => form === own)).toBe(true)
      }
    }),
  )
})
