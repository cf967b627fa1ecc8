import fs from 'node:fs'
import path from 'node:path'

/** A JSON file of the build, by its place below `.next`. */
export const built = (file: string) =>
  JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../../.next', file), 'utf8'))

const ending = (end: string): readonly string[] =>
  Object.entries<string>(built('app-path-routes-manifest.json')).flatMap(([file, route]) =>
    file.endsWith(end) && !route.startsWith('/_') ? [route] : [],
  )

/** The routes of every page of the build, such as `/[language]/datasets/[slug]`; Next's own pages of errors are left out. */
export const builtPages = ending('/page')

/** The routes that answer something else than a page, such as `/requests/archive`. */
export const builtRoutes = ending('/route')
