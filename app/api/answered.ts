/** An answer before it takes the form that its way out needs: a Response for Next, or what `node:http` writes. */
export interface Answered {
  status: number
  headers: Record<string, string>
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null
}

export const responseOf = ({ status, headers, body }: Answered): Response => new Response(body, { status, headers })
