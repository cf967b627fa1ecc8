import { publicContext } from '@/app/public-context'
import { publicAddresses } from '@/lib/catalogue/queries/published-datasets'
import { env } from '@/lib/platform/env'

export const dynamic = 'force-dynamic'

const fixed = ['/', '/datasets', '/metrics', '/priorities', '/projects', '/api-reference']

/** The public addresses (sitemaps.org, 0.9). Slugs and paths hold no character that XML would need escaped. */
export async function GET(): Promise<Response> {
  const { PORTAL_ORIGIN: origin } = env()
  const addresses = await publicAddresses(publicContext('en'), {})
  const urls = [
    ...fixed.map((path) => `<url><loc>${origin}${path}</loc></url>`),
    ...addresses.map(
      ({ slug, changed }) =>
        `<url><loc>${origin}/datasets/${slug}</loc><lastmod>${changed.toISOString().slice(0, 10)}</lastmod></url>`,
    ),
  ]
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
