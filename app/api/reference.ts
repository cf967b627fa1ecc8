import { type Field, fieldsOf, type Shape } from '@/components/reference/fields'
import type { Described } from '@/components/reference/operation'
import { openApiDocument } from './document'
import { operations } from './operations'

type Parameter = { name: string; in: string; required?: boolean; description?: string; schema?: Shape }
type Drawn = {
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Shape }> }
  responses: Record<string, { content?: Record<string, { schema: Shape }> }>
}

/** Every operation as the reference page draws it, by tag, read from the same document that programs read. */
export function referenceByTag(): Map<string, Described[]> {
  const document = openApiDocument('') as unknown as {
    paths: Record<string, Record<string, Drawn>>
    components: { schemas?: Record<string, Shape> }
  }
  const resolve = (ref: string): Shape => document.components.schemas?.[ref.split('/').at(-1) ?? ''] ?? {}
  const byTag = new Map<string, Described[]>()
  for (const { id, method, path, summary, description, scope, status, tag } of operations) {
    const drawn = document.paths[path]?.[method]
    const parameters = (drawn?.parameters ?? []).map(
      (p): Field => ({
        name: p.name,
        where: p.in,
        required: p.required ?? false,
        meaning: p.description ?? p.schema?.description ?? '',
        type: fieldsOf(p.schema ?? {}, '', resolve)[0]?.type ?? '',
      }),
    )
    const body = drawn?.requestBody?.content['application/json']?.schema
    const answer = drawn?.responses[String(status ?? 200)]?.content?.['application/json']?.schema
    const input = [...parameters, ...(body ? fieldsOf(body, 'body', resolve) : [])]
    const output = answer ? fieldsOf(answer, 'body', resolve) : []
    byTag.set(tag, [...(byTag.get(tag) ?? []), { id, method, path, summary, description, scope, input, output }])
  }
  return byTag
}
