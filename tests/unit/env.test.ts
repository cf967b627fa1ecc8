import { expect, test } from 'vitest'
import { faultsOf } from '@/lib/platform/env'

const sound = {
  PORTAL_ORIGIN: 'https://datahub.example.org',
  DATABASE_URL: 'postgresql://portal@db/portal',
  AUTH_SECRET: 'mZr0nq3cVb6Jx8Kp1tYw5Ea9Ld2Gh7Su4Fi',
  ENCRYPTION_KEY: Buffer.from(Array.from({ length: 32 }, (_, i) => (i * 37 + 11) % 256)).toString('base64'),
  SMTP_URL: 'smtps://mail.example.org:465',
}

test('a sound production environment has no faults', () => {
  expect(faultsOf(sound)).toEqual([])
})

test('an empty one is told everything that is missing at once', () => {
  const faults = faultsOf({}).join('\n')
  for (const name of ['PORTAL_ORIGIN', 'DATABASE_URL', 'AUTH_SECRET', 'ENCRYPTION_KEY', 'SMTP_URL'])
    expect(faults).toContain(`${name}: missing`)
})

test('what is empty counts as not set', () => {
  const empty = [
    'OIDC_ISSUER',
    'OIDC_NAME',
    'MAIL_FROM',
    'METRICS_TOKEN',
    'PORTAL_WORKER',
    'LOG_LEVEL',
    'DATABASE_POOL',
  ]
  expect(faultsOf({ ...sound, ...Object.fromEntries(empty.map((name) => [name, ''])) })).toEqual([])
  expect(faultsOf({ ...sound, AUTH_SECRET: '' })).toEqual(['AUTH_SECRET: missing'])
})

test('the demonstration may try an issuer on this machine', () => {
  const oidc = { OIDC_ISSUER: 'http://localhost:9000', OIDC_CLIENT_ID: 'portal', OIDC_CLIENT_SECRET: 'x' }
  expect(faultsOf({ ...sound, ...oidc, PORTAL_MODE: 'demonstration' })).toEqual([])
})

test.each([
  ['a short secret', { AUTH_SECRET: 'short' }, /AUTH_SECRET: must be at least 32/],
  ['a secret of one letter', { AUTH_SECRET: 'x'.repeat(40) }, /AUTH_SECRET: too few different characters/],
  ['one secret for both purposes', { AUTH_SECRET: sound.ENCRYPTION_KEY }, /ENCRYPTION_KEY: must differ/],
  ['a key of the wrong length', { ENCRYPTION_KEY: 'c2hvcnQ=' }, /ENCRYPTION_KEY: must be 32 bytes/],
  ['plain http', { PORTAL_ORIGIN: 'http://datahub.example.org' }, /PORTAL_ORIGIN: must be https/],
  [
    'http to a host that only begins like this machine',
    { PORTAL_ORIGIN: 'http://localhost.evil.example' },
    /must be https/,
  ],
  ['another database', { DATABASE_URL: 'mysql://db/portal' }, /DATABASE_URL: must be a postgresql/],
  ['an issuer without a client', { OIDC_ISSUER: 'https://login.example.org' }, /OIDC_CLIENT_ID/],
  ['an issuer over plain http', { OIDC_ISSUER: 'http://login.example.org' }, /OIDC_ISSUER: must be https/],
  ['an issuer over plain http on this machine', { OIDC_ISSUER: 'http://localhost:9000' }, /OIDC_ISSUER: must be https/],
  ['a mode that is none', { PORTAL_MODE: 'test' }, /PORTAL_MODE/],
])('%s is a fault', (_, change, sentence) => {
  expect(faultsOf({ ...sound, ...change }).join('\n')).toMatch(sentence)
})
