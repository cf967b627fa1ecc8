import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { text } from '@/components/messages'

test.each(['en', 'sv'] as const)('sentences with something to show in them show it: %s', (language) => {
  const t = text(language)
  const [where, next] = [
    t.rich('visas.where', { address: () => <a href="/api/v1/jwk">the public keys</a> }),
    t.rich('systems.next', { when: () => <time>then</time> }),
  ]
  expect(renderToStaticMarkup(<p>{where}</p>)).toContain('<a href="/api/v1/jwk">the public keys</a>')
  expect(renderToStaticMarkup(<p>{next}</p>)).toContain('<time>then</time>')
})
