import { renderToStaticMarkup as draw } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Failure } from './failure'
import { Home } from './home'
import { Missing } from './missing'

const retry = () => {}

describe('an error page', () => {
  test('says what happened, what was kept and what to do, and gives the reference', () => {
    const error = Object.assign(new Error('secret detail'), { digest: '0192-ref' })
    const markup = draw(<Failure language="en" error={error} retry={retry} />)
    for (const part of ['What happened', 'What was kept', 'What to do', '0192-ref', 'Try again'])
      expect(markup).toContain(part)
    expect(markup).not.toContain('secret detail')
  })

  test('without a reference does not speak of one, whatever was thrown', () => {
    for (const error of ['a string', null, new Error('x')]) {
      expect(draw(<Failure language="sv" error={error} retry={retry} />)).not.toContain('Referens')
    }
  })
})

test('a missing page speaks its language and leads on', () => {
  expect(draw(<Missing language="sv" />)).toMatch(/lang="sv".*<a href="\/datasets">söka bland dataset<\/a>/)
})

describe('the first page', () => {
  const figures = {
    datasets: 20,
    scans: 32_081,
    annotations: 39_093,
    bytes: 12_300_045_431_422,
    modalities: 5,
    organs: 13,
  }

  test('shows the figures as the hub writes them', () => {
    const markup = draw(<Home language="en" figures={figures} />)
    for (const shown of ['32\u202f081', '39\u202f093', '12.3\u00a0TB', 'in 5 modalities, 13 organs'])
      expect(markup).toContain(shown)
  })

  test('an empty catalogue says how it fills; one not asked for says nothing', () => {
    expect(draw(<Home language="en" newest={null} />)).toContain('No dataset is published yet')
    expect(draw(<Home language="en" />)).not.toContain('Newest datasets')
  })

  test('leads to the search with words that are safe in an address', () => {
    expect(draw(<Home language="en" examples={['"a & b"']} />)).toContain('href="/datasets?q=%22a%20%26%20b%22"')
  })
})
