'use server'
import { redirect } from 'next/navigation'
import { changesOf, errorsByField, resolvedBy } from '@/app/draft-form-state'
import { submit } from '@/app/submit'
import { hideDataset, showDataset } from '@/lib/catalogue/commands/change-visibility'
import { createDataset } from '@/lib/catalogue/commands/create-dataset'
import { discardDraft } from '@/lib/catalogue/commands/discard-draft'
import { publishVersion } from '@/lib/catalogue/commands/publish-version'
import { saveDraft } from '@/lib/catalogue/commands/save-draft'
import { withdrawDataset } from '@/lib/catalogue/commands/withdraw-dataset'
import { isSection, readField, sections } from '@/lib/catalogue/rules/draft-form'
import { requestContext } from '@/lib/identity/session'
import { type FormState, fieldsOf } from '@/lib/platform/form'
import { notFound, Refused, refuse } from '@/lib/platform/refusal'

const page = (slug: string, query: Record<string, string> = {}): string => {
  const words = new URLSearchParams(query).toString()
  return `/stewardship/datasets/${slug}${words === '' ? '' : `?${words}`}`
}

const typed = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Makes the draft of a new dataset from what names it; everything else is empty until it is edited. */
export async function makeDataset(_: FormState, form: FormData): Promise<FormState> {
  const { language } = await requestContext()
  const state = await submit(form, async (ctx) => {
    const day = ctx.now.toISOString()
    const empty = Object.fromEntries(
      Object.values(sections)
        .flat()
        .map((field) => [field, readField(field, undefined)]),
    )
    const named = ['title', 'shortName', 'subject', 'abstract'] as const
    const record = {
      ...empty,
      ...Object.fromEntries(named.map((field) => [field, readField(field, typed(form, field))])),
      slug: typed(form, 'slug').trim(),
      status: 'Ongoing',
      version: '1.0.0',
      year: Number(day.slice(0, 4)),
      publisher: 'AIDA',
      licences: ['controlled-access'],
    }
    const { slug } = await createDataset(ctx, { record })
    redirect(page(slug))
  })
  return errorsByField(state, form, language)
}

/** Saves one section of the draft. What others changed meanwhile is kept; where both changed a field, the page asks. */
export async function saveSection(_: FormState, form: FormData): Promise<FormState> {
  const { language } = await requestContext()
  const [slug, section] = [typed(form, 'slug'), typed(form, 'section')]
  const state = await submit(form, async (ctx) => {
    if (!isSection(section)) throw new Refused(notFound())
    const changes = changesOf(form, section)
    const expectedRevision = typed(form, 'expectedRevision')
    const saved = await saveDraft(ctx, { slug, expectedRevision, changes, resolved: resolvedBy(form) })
    const also = saved.passed.map(({ field }) => field).join(',')
    redirect(page(slug, { saved: section, ...(also === '' ? {} : { also }) }))
  })
  return errorsByField(state, form, language)
}

/** Publishes the draft as the next version. */
export async function publish(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { slug, version } = await publishVersion(ctx, fieldsOf(form))
    redirect(page(slug, { published: version }))
  })
}

export async function hide(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { slug } = await hideDataset(ctx, fieldsOf(form))
    redirect(page(slug, { done: 'hidden' }))
  })
}

export async function showAgain(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { slug } = await showDataset(ctx, fieldsOf(form))
    redirect(page(slug, { done: 'shown' }))
  })
}

/** Withdraws for good, so the short address is typed first. */
export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const slug = typed(form, 'slug')
    if (typed(form, 'confirm').trim() !== slug) {
      const fields = { confirm: ['stewardship.withdraw.unconfirmed'] }
      throw new Refused(refuse('platform.invalid', { fields }))
    }
    await withdrawDataset(ctx, fieldsOf(form))
    redirect(page(slug, { done: 'withdrawn' }))
  })
}

export async function discard(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { slug, removed } = await discardDraft(ctx, fieldsOf(form))
    redirect(removed ? '/stewardship/datasets?done=discarded' : page(slug, { done: 'discarded' }))
  })
}
