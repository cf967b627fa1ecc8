import { notFound } from 'next/navigation'

/** Every address that no other page has: "not found" rendered for this request, so that its scripts carry the request's nonce. */
export default function Page(): never {
  notFound()
}
