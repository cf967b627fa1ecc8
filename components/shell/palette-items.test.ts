import { expect, test } from 'vitest'
import { itemsFor, matchingPages, type PaletteItem, type Suggested } from './palette-items'

const page = (label: string): PaletteItem => ({ label, href: `/${label}`, group: 'Pages' })
const pages = ['Datasets', 'Statistik', 'Årlig översikt'].map(page)
const groups = { datasets: 'Datasets', searches: 'Searches' }
const suggested: Suggested[] = [
  { kind: 'dataset', label: 'Skin slides', href: '/datasets/skin', datasets: 1 },
  { kind: 'organ', label: 'Skin', href: '/datasets?organ=skin', datasets: 2 },
]

test.each([
  ['', ['Datasets', 'Statistik', 'Årlig översikt']],
  ['STAT', ['Statistik']],
  ['over', ['Årlig översikt']],
  [' arl', ['Årlig översikt']],
  ['sets', []],
])('“%s” finds the pages %j', (typed, labels) => {
  expect(matchingPages(pages, typed).map(({ label }) => label)).toEqual(labels)
})

test('the search for exactly what was typed comes first', () => {
  const items = itemsFor(' skin & bone ', suggested, pages, groups, 'All for “{words}”')
  expect(items[0]).toEqual({ label: 'All for “skin & bone”', href: '/datasets?q=skin%20%26%20bone', group: 'Searches' })
  expect(items.map(({ group }) => group)).toEqual(['Searches', 'Searches', 'Datasets'])
  expect(items[1]?.count).toBe(2)
})

test('with nothing typed there are only pages', () => {
  expect(itemsFor('', [], pages, groups, 'All for “{words}”')).toEqual(pages)
})
