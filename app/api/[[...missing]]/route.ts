import { preferredLanguage } from '@/lib/identity/rules/preferred-language'
import { notFound } from '@/lib/platform/refusal'
import { newRequestId } from '@/lib/platform/request-id'
import { problem } from '../problem'

/** Addresses under /api that no operation has: "not found" as problem details, as everywhere else in the API. */
const missing = ({ headers }: Request) =>
  problem(notFound(), {
    language: preferredLanguage(headers.get('accept-language')),
    requestId: newRequestId(headers),
  })

export { missing as DELETE, missing as GET, missing as OPTIONS, missing as PATCH, missing as POST, missing as PUT }
