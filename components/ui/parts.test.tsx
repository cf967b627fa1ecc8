import type { ReactNode } from 'react'
import { renderToStaticMarkup as draw } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { FormState } from '@/lib/platform/form'
import { Checkbox, CheckboxGroup, RadioGroup } from './choice-fields'
import { ErrorSummary } from './error-summary'
import { FormContext } from './form-context'
import { Checklist, DefinitionList } from './lists'
import { Meter } from './meter'
import { Pagination } from './pagination'
import { Table } from './table'
import { StateBadge } from './tag'
import { Select, TextArea, TextInput } from './text-fields'

const refused: FormState = {
  refusal: { code: 'platform.invalid', message: 'Look again.', requestId: 'r-1', details: {} },
  errors: { title: ['Write something here.'], kind: ['Choose one.'] },
  values: { title: '', about: 'typed', many: ['b'], kind: 'y' },
}
const within = (state: FormState, children: ReactNode) =>
  draw(<FormContext value={{ language: 'sv', prefix: 'p-', state }}>{children}</FormContext>)
const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
]

describe('a field', () => {
  test('is tied to its label, hint and errors', () => {
    const markup = within(refused, <TextInput name="title" label="Titel" hint="Kort" />)
    expect(markup).toContain('<label for="p-title"')
    expect(markup).toContain('aria-describedby="p-title-hint p-title-error"')
    expect(markup).toContain('aria-invalid="true"')
    expect(markup).toContain('<div id="p-title-error"><p')
    expect(markup).toContain('Fel: </span>Write something here.')
  })

  test('without hint and errors describes itself by nothing', () => {
    expect(draw(<TextInput name="title" label="Title" />)).not.toMatch(/ aria-(describedby|invalid)=/)
  })

  test('says when it may be left out, and only then is not required', () => {
    expect(within({}, <TextInput name="x" label="X" optional />)).toMatch(/frivilligt(?!.*required)/)
    expect(within({}, <TextInput name="x" label="X" />)).toMatch(/required/)
  })

  test('has again what was typed, over what it started with', () => {
    const kept = within(
      refused,
      <>
        <TextArea name="about" label="About" defaultValue="first" />
        <Select name="kind" label="Kind" options={[{ value: 'y', label: 'Y' }]} />
        <CheckboxGroup name="many" label="Many" options={options} defaultValue={['a']} />
      </>,
    )
    expect(kept).toContain('>typed</textarea>')
    expect(kept).toContain('<option value="y" selected="">')
    expect(kept.match(/checked=""/g)).toHaveLength(1)
    expect(kept).toMatch(/checked="" value="b"|value="b"[^>]*checked=""/)
  })

  test('a box that was unticked stays so, though it began ticked', () => {
    expect(draw(<Checkbox name="agree" label="Agree" defaultChecked />)).toContain('checked=""')
    expect(within(refused, <Checkbox name="agree" label="Agree" defaultChecked />)).not.toContain('checked=""')
  })

  test('a group carries the id that the summary links to on its first choice', () => {
    expect(within(refused, <RadioGroup name="kind" label="Kind" options={options} />)).toMatch(/<input[^>]*id="p-kind"/)
  })
})

test('the summary links to each field concerned and gives the request', () => {
  const markup = draw(<ErrorSummary state={refused} prefix="p-" language="en" />)
  expect(markup).toContain('role="alert"')
  expect(markup).toContain('href="#p-title"')
  expect(markup).toContain('href="#p-kind"')
  expect(markup).toContain('Request r-1')
  expect(draw(<ErrorSummary state={{}} prefix="p-" language="en" />)).toBe('')
})

describe('a table', () => {
  const columns = [
    { key: 'name', label: 'Name', cell: (row: { name: string; scans: number }) => row.name },
    { key: 'scans', label: 'Scans', numeric: true, cell: (row: { name: string; scans: number }) => row.scans },
  ]
  const table = (rows: { name: string; scans: number }[]) => (
    <Table caption="Datasets" columns={columns} rows={rows} rowKey={({ name }) => name} empty={<p>Nothing</p>} />
  )

  test('has a caption, headings and a head for each row, and names each cell for its card', () => {
    const markup = draw(table([{ name: 'CTPA', scans: 30 }]))
    expect(markup).toMatch(/<caption[^>]*>Datasets<\/caption>/)
    expect(markup).toMatch(/<th scope="row"[^>]*>CTPA<\/th><td data-label="Scans"/)
  })

  test('without rows is what the caller says', () => {
    expect(draw(table([]))).toBe('<p>Nothing</p>')
  })
})

test('a state is a word and a sign, not a colour alone', () => {
  expect(draw(<StateBadge tone="wait">Waiting</StateBadge>)).toMatch(/<svg.*Waiting/)
})

test('a verdict is told in words too', () => {
  const markup = draw(<Checklist language="en" checks={[{ key: '1', verdict: 'no', text: 'Terms accepted' }]} />)
  expect(markup).toContain('Not met: </span>')
})

test('what is missing reads "not stated"; zero is not missing', () => {
  const markup = draw(
    <DefinitionList
      language="en"
      facts={[
        { term: 'Scans', detail: 0 },
        { term: 'Stain', detail: null },
      ]}
    />,
  )
  expect(markup).toContain('<dd class="max-sm:mb-2">0</dd>')
  expect(markup.match(/not stated/g)).toHaveLength(1)
})

test.each([
  [[{ value: 8, kind: 'held' as const }], 16, 'text-accent', ['50.00%']],
  [[{ value: 16, kind: 'held' as const }], 16, 'text-accent', ['100.00%']],
  [
    [
      { value: 8, kind: 'held' as const },
      { value: 12, kind: 'new' as const },
    ],
    16,
    'text-red',
    ['40.00%', '60.00%'],
  ],
  [[], 0, 'text-accent', []],
])('a meter of %j with the limit %d', (parts, limit, colour, widths) => {
  const markup = draw(<Meter parts={parts} limit={limit} label="told" />)
  expect(markup).toContain(colour)
  for (const width of widths) expect(markup).toContain(`width="${width}"`)
  expect(markup).not.toContain('style=')
})

test('pages lead only where there is something', () => {
  expect(draw(<Pagination language="en" />)).toBe('')
  expect(draw(<Pagination language="en" next="/datasets?cursor=x" />)).toMatch(/^<nav[^>]*><a[^>]*rel="next"/)
})
