// What must be made from the sources before the portal can run: the database client, the types of the routes, the build.
import fs from 'node:fs'
import path from 'node:path'
import { filesBelow, fingerprint, unlessCached } from './cache.mjs'
import { inPackage, mustRun, ROOT } from './child.mjs'

const SCHEMA = ['prisma/schema.prisma', 'prisma/models', 'package-lock.json']
const PRODUCT = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'prisma/models',
  'prisma/seed',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'next.config.js',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
]
const isTest = (file) => /\.test\.tsx?$|(^|\/)README\.md$/.test(file)
const node = (failure, file, args, env) => mustRun(failure, process.execPath, [inPackage(file), ...args], { env })

/** Writes prisma/generated when the schema changed. */
export const generate = () =>
  unlessCached('prisma/generated/.stamp', fingerprint(SCHEMA), () =>
    node('The database client could not be generated from prisma/.', 'prisma/build/index.js', ['generate']),
  )

/** Writes the types of the routes when a route was added, renamed or removed. */
export const generateRouteTypes = () =>
  unlessCached(
    '.next/types/.stamp',
    filesBelow('app')
      .concat(fingerprint(['next.config.js']))
      .join('\n'),
    async () => {
      if (fs.existsSync(path.join(ROOT, 'app')))
        await node('Next could not read the routes below app/.', 'next/dist/bin/next', ['typegen'])
    },
  )

/** The standalone server serves these itself, but Next leaves copying them to us. */
function completeStandalone() {
  const standalone = path.join(ROOT, '.next/standalone')
  fs.cpSync(path.join(ROOT, '.next/static'), path.join(standalone, '.next/static'), { recursive: true })
  if (fs.existsSync(path.join(ROOT, 'public')))
    fs.cpSync(path.join(ROOT, 'public'), path.join(standalone, 'public'), { recursive: true })
}

/** A build is the same for every database and address: it is made without the settings that name them. */
function withoutSettings(env) {
  const kept = Object.entries(env).filter(([name]) => !/^(PORTAL_|DATABASE_|AUTH_|ENCRYPTION_|OIDC_|SMTP_)/.test(name))
  return Object.fromEntries(kept)
}

/** Builds the portal when its sources changed. */
export const build = () =>
  unlessCached('.next/portal.stamp', fingerprint(PRODUCT, isTest), async () => {
    const failure = 'The portal could not be built: see what Next says above.'
    await node(failure, 'next/dist/bin/next', ['build'], withoutSettings(process.env))
    completeStandalone()
  })
