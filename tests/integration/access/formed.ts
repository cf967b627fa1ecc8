import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { noon } from '../identity/people'

const both = (text: string) => ({ en: text, sv: `${text} (sv)` })

const fields = [
  { key: 'aim', kind: 'long-text', label: both('Aim of the study') },
  { key: 'money', kind: 'text', label: both('Who pays'), privateFromReviewers: true },
  { key: 'contract', kind: 'attachment', label: both('Contract'), optional: true, privateFromReviewers: true },
  { key: 'plan', kind: 'attachment', label: both('Plan'), optional: true },
]

/** Gives a request a form with open and private fields, for words and for files, and answers to those in words. */
export async function formed(request: string): Promise<void> {
  const [id, formId] = [newId(), newId()]
  await db().accessForm.create({ data: { id: formId, slug: `f${formId}`, state: 'active', createdAt: noon } })
  const version = { id, formId, number: 3, content: { title: both('Form'), fields }, publishedAt: noon }
  await db().accessFormVersion.create({ data: version })
  const answers = { aim: 'Att gradera lymfkörtlar på åtta sätt', money: 'The secret sponsor' }
  await db().accessRequest.update({ where: { id: request }, data: { formVersionId: id, answers } })
}
