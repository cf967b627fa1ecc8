import type { Reason, Verdict } from '@/lib/access/rules/verdict'
import { type Refusal, refuse } from '@/lib/platform/refusal'

/** How long a link holds, in milliseconds: an hour. Who is still entitled then makes another. */
export const linkLife = 3_600_000

const refusedBy = (slug: string, reasons: readonly Reason[]): Refusal =>
  refuse('delivery.no-access', { status: 403, slug, reasons: [...new Set(reasons.map(({ code }) => code))] })

/** The grant that lets somebody fetch now, or why not, with every reason of the verdict. */
export const judgeEntitled = (
  verdict: Verdict,
  slug: string,
): { readonly grantId: string; readonly requestId: string } | Refusal =>
  verdict.may ? verdict.grant : refusedBy(slug, verdict.reasons)

type Asked = {
  readonly link: { readonly expiresAt: Date }
  readonly file: { readonly checked: string }
  readonly verdict: Verdict
  readonly slug: string
}

/** Whether a file is sent by a link at this moment: the verdict is asked first, so that who lost the right hears of that. */
export function judgeFetch({ link, file, verdict, slug }: Asked, now: Date): ReturnType<typeof judgeEntitled> {
  const entitled = judgeEntitled(verdict, slug)
  if ('refused' in entitled) return entitled
  if (link.expiresAt <= now) return refuse('delivery.link-over', { status: 403, slug })
  return file.checked === 'differs' ? refuse('delivery.file-differs', { slug }) : entitled
}
