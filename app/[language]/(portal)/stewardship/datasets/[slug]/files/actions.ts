'use server'
import { revalidatePath } from 'next/cache'
import { submit } from '@/app/submit'
import { copyFiles, registerFile } from '@/lib/delivery/commands/add-files'
import { publishFiles, removeFile } from '@/lib/delivery/commands/keep-list'
import { receiveAndAdd } from '@/lib/delivery/commands/receive-file'
import { type FormState, fieldsOf } from '@/lib/platform/form'
import { Refused, refuse } from '@/lib/platform/refusal'

const changed = () => revalidatePath('/stewardship/datasets', 'layout')

/** Adds a file that a form carries, under the name typed or its own. */
export async function add(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { slug, version, path, file } = fieldsOf(form)
    if (!(file instanceof File) || file.size === 0)
      throw new Refused(refuse('platform.invalid', { fields: { file: ['platform.invalid.file-missing'] } }))
    const named = typeof path === 'string' && path.trim() !== '' ? path : file.name
    await receiveAndAdd(ctx, { slug, version, path: named }, file.stream())
    changed()
    return { done: 'files.keep.added' }
  })
}

export async function register(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await registerFile(ctx, fieldsOf(form))
    changed()
    return { done: 'files.keep.added' }
  })
}

export async function copy(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await copyFiles(ctx, fieldsOf(form))
    changed()
    return { done: 'files.keep.added' }
  })
}

export async function remove(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await removeFile(ctx, fieldsOf(form))
    changed()
    return {}
  })
}

/** Publishes a list for good. */
export async function publish(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    await publishFiles(ctx, fieldsOf(form))
    changed()
    return { done: 'files.keep.published' }
  })
}
