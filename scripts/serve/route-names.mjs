// The route that a path belongs to: figures are kept by route, since a path is a visitor's to invent.
const PREFIX = '/[language]'

const nameOf = (page) => (page.startsWith(PREFIX) ? page.slice(PREFIX.length) || '/' : page)

/**
 * @param {{ staticRoutes: { page: string, regex: string }[], dynamicRoutes: { page: string, regex: string }[] }} manifest
 *   Next's routes-manifest.json
 * @returns {(path: string) => string} e.g. "/datasets/[slug]"; "other" for what no route answers
 */
export function routeNames({ staticRoutes, dynamicRoutes }) {
  const routes = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    name: nameOf(page),
    localised: page.startsWith(PREFIX),
    pattern: new RegExp(regex),
  }))
  return (path) => {
    if (path.startsWith('/_next/')) return '/_next'
    const localised = /^\/(en|sv)(\/|$)/.test(path) ? path : `/en${path === '/' ? '' : path}`
    return routes.find((route) => route.pattern.test(route.localised ? localised : path))?.name ?? 'other'
  }
}
