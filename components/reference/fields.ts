/** What of JSON Schema the reference page draws. */
export type Shape = {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  enum?: unknown[]
  const?: unknown
  items?: Shape
  properties?: Record<string, Shape>
  required?: string[]
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
  additionalProperties?: boolean | Shape
}
export type Field = { name: string; where: string; type: string; required: boolean; meaning: string }

/** A schema's type in a few words: `string (date)`, `list of integer`, `"asc" | "desc"`. */
export function typeOf(shape: Shape): string {
  if (shape.$ref) return shape.$ref.split('/').at(-1) ?? 'object'
  if (shape.enum) return shape.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (shape.const !== undefined) return JSON.stringify(shape.const)
  const several = shape.anyOf ?? shape.oneOf
  if (several) return [...new Set(several.map(typeOf))].join(' | ')
  if (shape.type === 'array') return `list of ${typeOf(shape.items ?? {})}`
  const type = [shape.type ?? 'any'].flat().join(' | ')
  return shape.format ? `${type} (${shape.format})` : type
}

/** The fields of an object schema, one row each; what is not an object is one row without a name. */
export function fieldsOf(shape: Shape, where: string, resolve: (ref: string) => Shape): Field[] {
  if (shape.$ref) return fieldsOf(resolve(shape.$ref), where, resolve)
  const parts = shape.allOf ?? (shape.properties ? [shape] : [])
  if (parts.length === 0)
    return [{ name: '', where, type: typeOf(shape), required: true, meaning: shape.description ?? '' }]
  return parts.flatMap((part) => {
    const own = part.$ref ? resolve(part.$ref) : part
    return Object.entries(own.properties ?? {}).map(([name, field]) => ({
      name,
      where,
      type: typeOf(field),
      required: own.required?.includes(name) ?? false,
      meaning: field.description ?? '',
    }))
  })
}
