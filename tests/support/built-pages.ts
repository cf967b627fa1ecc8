import fs from 'node:fs'
import path from 'node:path'

/** A JSON file of the build, by its place below `.next`. */
export const built = (file: string) =>
  JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../../.next', file), 'utf8'))

/** The routes of every page of the build, such as `/[language]/datasets/[slug]`; Next's own pages of errors are left out. */
export const builtPages: readonly string[] = Object.entries<string>(built('app-path-routes-manifest.json')).flatMap(
  ([file, route]) => (file.endsWith('/page') && !route.startsWith('/_') ? [route] : []),
)
