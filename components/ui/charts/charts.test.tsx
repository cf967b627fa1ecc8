import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { BarChart } from './bar-chart'
import { HeatMatrix } from './heat-matrix'
import { axisLabels, LineChart } from './line-chart'
import { axisMarks } from './scale'
import { stepBounds, stepLabels, stepOf } from './steps'
import { WorldMap } from './world-map'

const heads = ['Country', 'Events'] as const
const shared = [
  { country: 'SE', value: 60 },
  { country: 'SG', value: 2 },
  { country: 'ZZ', value: 1 },
]
const map = <WorldMap language="sv" title="Delning" headings={heads} summary="3 länder" values={shared} csv="/x.csv" />
const bars = [
  { label: 'CT', value: 5, href: '/datasets?modality=CT' },
  { label: 'MR', value: 1250 },
]
const bar = <BarChart language="en" title="By modality" headings={['Modality', 'Datasets']} bars={bars} />
const years = ['2019', '2020', '2021', '2022', '2023'].map((label, at) => ({ label, value: at * at }))
const growth = (
  <LineChart language="en" title="Growth" headings={['Year', 'Datasets']} points={years} summary="From 0 to 16" />
)
const heat = (
  <HeatMatrix
    language="en"
    title="Modality by organ"
    corner="Organ"
    rows={['Liver', 'Skin']}
    columns={['CT', 'SM']}
    value={(row, column) => (row === 'Liver' && column === 'CT' ? 3 : 0)}
    href={(row, column) => `/datasets?organ=${row}&modality=${column}`}
  />
)

describe.each([
  ['map', map],
  ['bars', bar],
  ['line', growth],
  ['matrix', heat],
])('the %s', (_, chart) => {
  const markup = renderToStaticMarkup(chart)

  test('is drawn the same each time', () => {
    expect(renderToStaticMarkup(chart)).toBe(markup)
  })

  test('has a table, no inline style (the page policy stops it) and no broken number', () => {
    expect(markup).toContain('<table')
    expect(markup).not.toMatch(/style=|NaN|undefined|Infinity/)
  })
})

test('the map tints countries, puts dots for small ones and lists them all by figure', () => {
  const markup = renderToStaticMarkup(map)
  expect(markup).toContain('<title>Sverige: 60</title><path d="M')
  expect(markup).toContain('<title>Singapore: 2</title><circle')
  expect(markup).toMatch(/Sverige<\/th>.*Singapore<\/th>/)
  expect(markup).toContain('href="/x.csv"')
})

test('bars are in proportion and say their figures', () => {
  const markup = renderToStaticMarkup(bar)
  expect(markup).toContain('<rect width="0.40%"')
  expect(markup).toContain('<rect width="100.00%"')
  expect(markup).toContain('1\u202f250')
})

test('only cells that hold something lead on; the others say "none"', () => {
  const markup = renderToStaticMarkup(heat)
  expect(markup.match(/<a /g)).toHaveLength(1)
  expect(markup.match(/none/g)).toHaveLength(3)
})

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [16, [0, 5, 10, 15, 20]],
  [20, [0, 5, 10, 15, 20]],
  [1000, [0, 250, 500, 750, 1000]],
])('the axis up to %d', (max, marks) => {
  expect(axisMarks(max)).toEqual(marks)
})

test.each([
  [1, 1],
  [5, 5],
  [8, 2],
  [13, 7],
  [121, 7],
])('of %d points, %d have their label on the axis', (count, shown) => {
  const points = Array.from({ length: count }, (_, at) => ({ label: String(at), value: at }))
  const labels = axisLabels(points)
  expect([labels.length, labels[0], labels.at(-1)]).toEqual([shown, '0', String(count - 1)])
})

describe('the steps of colour', () => {
  test.each([
    [0, [], 0],
    [1, [1], 4],
    [0, [1, 2, 4, 8], 0],
    [1, [1, 2, 4, 8], 1],
    [3, [1, 2, 4, 8], 3],
    [9, [1, 2, 4, 8], 4],
  ])('%d within %j is step %d', (value, bounds, step) => {
    expect(stepOf(value, bounds)).toBe(step)
  })

  test('grow geometrically, each with its words', () => {
    const bounds = stepBounds(60)
    expect(bounds).toEqual([3, 8, 22, 60])
    expect(stepLabels(bounds, String).map(({ label }) => label)).toEqual(['1–3', '4–8', '9–22', '23–60'])
    expect(stepBounds(1)).toEqual([1])
    expect(stepBounds(0)).toEqual([])
  })
})
