import 'server-only'
import { cache } from 'react'
import { show } from '@/app/show'
import { requestContext } from '@/lib/identity/session'
import { Refused } from '@/lib/platform/refusal'
import { oneProject } from '@/lib/projects/queries/project'

/** The answer, or null where it reads "not found". */
export async function ifFound<Answer>(reading: Promise<Answer>): Promise<Answer | null> {
  return reading.catch((error) => {
    if (error instanceof Refused && error.refusal.code === 'platform.not-found') return null
    throw error
  })
}

const seen = cache(async (slug: string, here: string) => {
  const ctx = await requestContext()
  return { ctx, project: await show(oneProject(ctx, { slug }), here) }
})

export type ProjectPage = { params: Promise<{ slug: string }> }

/** The project of this address as the reader sees it, once per request; sign-in or "no such page" to who does not. */
export async function readProject({ params }: ProjectPage, part: string) {
  const { slug } = await params
  return seen(slug, `/projects/${slug}${part}`)
}
