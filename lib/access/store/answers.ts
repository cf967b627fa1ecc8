import type { Tx } from '@/lib/platform/db'
import { type Judgement, judgeAnswers } from '../rules/forms-judge'
import { purposeOf } from '../rules/forms-purpose'
import { FormContent } from '../schema/forms'
import type { Answers } from '../schema/forms-answers'

/** What a version of a form asks; null where the request was made with none. */
export async function formOf(tx: Tx, formVersionId: string | null): Promise<FormContent | null> {
  if (formVersionId === null) return null
  const where = { id: formVersionId }
  const version = await tx.accessFormVersion.findUniqueOrThrow({ where, select: { content: true } })
  return FormContent.parse(version.content)
}

/** The address of the form and which version of it that is; null where the request was made with none. */
export async function formNamed(tx: Tx, formVersionId: string | null) {
  if (formVersionId === null) return { formAddress: null, formVersion: null }
  const where = { id: formVersionId }
  const select = { number: true, form: { select: { slug: true } } } as const
  const { number, form } = await tx.accessFormVersion.findUniqueOrThrow({ where, select })
  return { formAddress: form.slug, formVersion: number }
}

/** The newest version of the form that a request was made with, where that is a later one than the request's; null: there is none. */
export async function newerForm(tx: Tx, formVersionId: string | null) {
  if (formVersionId === null) return null
  const own = await tx.accessFormVersion.findUniqueOrThrow({
    where: { id: formVersionId },
    select: { number: true, formId: true, form: { select: { slug: true } } },
  })
  const newest = await tx.accessFormVersion.findFirst({
    where: { formId: own.formId, number: { gt: own.number } },
    orderBy: { number: 'desc' },
    select: { number: true, content: true },
  })
  const form = own.form.slug
  return newest && { form, number: newest.number, content: FormContent.parse(newest.content), isOther: false }
}

/** The files of a request that were not redacted, as answers may name them: those of remarks answer nothing. */
export const filesOf = async (tx: Tx, requestId: string): Promise<ReadonlySet<string>> => {
  const where = { requestId, redactedAt: null, remarkId: null }
  return new Set((await tx.accessAttachment.findMany({ where, select: { id: true } })).map(({ id }) => id))
}

const nothingAsked: Judgement = { answers: {}, findings: [], mayBeKept: true, isComplete: true }

type Answered = { readonly id: string; readonly formVersionId: string | null }

/** Answers judged by the form that the request was made with, and that form. */
export async function judgedAnswers(tx: Tx, { id, formVersionId }: Answered, answers: Answers) {
  const form = await formOf(tx, formVersionId)
  const judgement = form ? judgeAnswers(form, answers, { attachments: await filesOf(tx, id) }) : nothingAsked
  return { form, judgement, purpose: form && purposeOf(form, judgement.answers) }
}
