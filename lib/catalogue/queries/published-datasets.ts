import 'server-only'
import { z } from 'zod'
import { query } from '@/lib/platform/command'
import { pool } from '@/lib/platform/db'
import type { Hit } from '../rules/search/entry'
import type { DatasetRecord } from '../schema/record'

/** The most addresses that one file of the sitemap protocol (sitemaps.org, 0.9) may hold. */
const sitemapLimit = 50_000

export interface PublicAddress {
  slug: string
  changed: Date
}

/** Addresses of published datasets for search engines, the newest first, with the moment each last changed. */
export const publicAddresses = query({
  name: 'catalogue.addresses',
  input: z.object({}),
  scope: () => 'public' as const,
  read: async (): Promise<PublicAddress[]> => {
    const text = `SELECT d.slug, greatest(v.published_at, d.state_at) AS changed FROM dataset d
      JOIN dataset_version v ON v.id = d.current_id WHERE d.state = 'published' ORDER BY v.published_at DESC, d.slug LIMIT $1`
    const { rows } = await pool().query<PublicAddress>({ name: 'public-addresses', text, values: [sitemapLimit] })
    return rows
  },
})

export interface Listed {
  record: DatasetRecord
  countries: string[]
}

/** Every published record with the countries it was shared with, by slug: the old site's whole register in one answer. */
export const publicRegister = query({
  name: 'catalogue.register',
  input: z.object({}),
  scope: () => 'public' as const,
  read: async (): Promise<Listed[]> => {
    const text = `SELECT v.record, coalesce((SELECT array_agg(DISTINCT s.country) FROM sharing_event s
        WHERE s.dataset_id = d.id), '{}') AS countries
      FROM dataset d JOIN dataset_version v ON v.id = d.current_id WHERE d.state = 'published' ORDER BY d.slug`
    const { rows } = await pool().query<Listed>({ name: 'public-register', text })
    return rows
  },
})

/** The datasets published last. */
export const newestDatasets = query({
  name: 'catalogue.newest',
  input: z.object({ limit: z.int().min(1).max(20) }),
  scope: () => 'public' as const,
  read: async (_scope, { limit }): Promise<Hit[]> => {
    const text = `SELECT c.card FROM search_entry e JOIN search_card c USING (id) JOIN dataset d ON d.id = e.dataset_id
      WHERE d.state = 'published' ORDER BY e.published DESC, e.id DESC LIMIT $1`
    const { rows } = await pool().query<{ card: Hit }>({ name: 'newest-datasets', text, values: [limit] })
    return rows.map(({ card }) => card)
  },
})
