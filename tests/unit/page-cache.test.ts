import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { policyFor } from '@/lib/platform/page-cache'

const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`
const scriptsOf = (policy: string) => policy.split('; ').find((part) => part.startsWith('script-src')) ?? ''

describe('the policy of a prerendered page', () => {
  const flight = 'self.__next_f.push([1,"0:{\\"a\\":1}"])'

  test('lets Next’s own inline scripts run, by hash', () => {
    expect(scriptsOf(policyFor(`<body><script>${flight}</script></body>`))).toBe(`script-src 'self' ${hashOf(flight)}`)
  })

  test.each([
    ['a script of somebody’s', '<script>alert(1)</script>'],
    ['one that begins like Next’s and goes on', `<script>${flight};alert(1)</script>`],
    [
      'one that begins and ends like Next’s',
      `<script>self.__next_f.push([0]);alert(1);self.__next_f.push([0])</script>`,
    ],
    ['one in capitals with attributes', '<script type="text/javascript" data-x>alert(1)</script>'],
    ['an event handler', '<img src=x onerror="alert(1)">'],
  ])('does not let %s run', (_, html) => {
    expect(scriptsOf(policyFor(html))).toBe("script-src 'self'")
  })

  test('never allows inline scripts as such, nor eval, nor another origin', () => {
    const policy = policyFor(`<script>${flight}</script>`)
    expect(scriptsOf(policy)).not.toMatch(/unsafe|http|\*/)
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
      expect(policy).toContain(part)
  })
})
