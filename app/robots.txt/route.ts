import { env } from '@/lib/platform/env'

export const dynamic = 'force-dynamic'

/** What crawlers may read: everything public but the endless combinations of searches and comparisons, and what needs signing in. */
export const GET = () => {
  const closed = [
    '/datasets?',
    '/compare',
    '/search',
    '/sign-in',
    '/saved-searches',
    '/account',
    '/stewardship',
    '/administration',
  ]
  const lines = ['User-agent: *', 'Allow: /', ...closed.map((path) => `Disallow: ${path}`), 'Disallow: /*/request']
  const text = `${lines.join('\n')}\n\nSitemap: ${env().PORTAL_ORIGIN}/sitemap.xml\n`
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
