'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submit } from '@/app/submit'
import { uploadedFile } from '@/app/uploaded-file'
import { publishTerms } from '@/lib/access/commands/terms'
import { keepTermsDocument } from '@/lib/access/commands/terms-documents'
import { termsDocumentTypes } from '@/lib/access/schema/workflows'
import type { Context } from '@/lib/platform/context'
import { type FormState, fieldsOf } from '@/lib/platform/form'

/** The document of one language: the file that was chosen, else the one that the version before has, where that is to stay. */
async function documentOf(ctx: Context, form: FormData, field: string): Promise<string | null> {
  const file = await uploadedFile(form, field, termsDocumentTypes)
  if (file) return (await keepTermsDocument(ctx, { file })).id
  const kept = form.get(`${field}Kept`)
  return typeof kept === 'string' ? kept : null
}

/** Publishes a version of terms: of those that the page is about, or of new ones by their kind and name. */
export async function publish(_: FormState, form: FormData): Promise<FormState> {
  return submit(form, async (ctx) => {
    const { kind, subject, ...said } = fieldsOf(form)
    const named = kind === 'standard' ? 'standard' : kind ? `${kind}:${subject}` : subject
    const documents = {
      documentEn: await documentOf(ctx, form, 'documentEn'),
      documentSv: await documentOf(ctx, form, 'documentSv'),
    }
    await publishTerms(ctx, { ...said, ...documents, subject: named })
    revalidatePath('/stewardship/terms')
    redirect('/stewardship/terms')
  })
}
