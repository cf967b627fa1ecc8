import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import type { Operation } from './operation'
import { operations } from './operations'

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z
      .string()
      .meta({ description: 'What happened and what would be right, in the language of Accept-Language' }),
    instance: z.string().meta({ description: 'urn:request:<id>, as in the X-Request-Id header and our logs' }),
    code: z.string().meta({ description: 'Stable code of the refusal, e.g. platform.not-found' }),
    errors: z
      .array(z.object({ detail: z.string(), pointer: z.string() }))
      .optional()
      .meta({ description: 'Each field by JSON Pointer (RFC 6901)' }),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem', description: 'Problem details, RFC 9457' })

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: Problem } } })

function responsesOf(o: Operation): ZodOpenApiOperationObject['responses'] {
  const status = String(o.status ?? 200) as '200'
  const success =
    o.status === 204
      ? { description: 'Done' }
      : {
          description: 'Success',
          content: {
            [o.answers?.type ?? (o.file === true ? 'application/pdf' : (o.file ?? 'application/json'))]: {
              schema: o.answer,
            },
          },
          ...(o.location && { headers: z.object({ Location: z.string().meta({ description: 'What was made' }) }) }),
        }
  return {
    [status]: success,
    ...(o.etag && { '304': { description: 'Unchanged since the answer whose ETag If-None-Match names' } }),
    '400': problem('The request cannot be read'),
    ...(o.scope !== null && {
      '401': problem('Not signed in, or the token is not valid'),
      '403': problem('The token lacks the scope'),
    }),
    '404': problem('Not there, or not for you to see'),
    ...(o.method !== 'get' && { '409': problem('A rule refuses it; `code` says which') }),
    ...((o.body || o.uploads) && {
      '413': problem('The body is too large'),
      '415': problem('The body is of another content type'),
    }),
    '422': problem('A field is wrong; `errors` says which and what would be right'),
    '429': problem('Too many requests; see Retry-After'),
  }
}

function securityOf({ scope, sessionOnly }: Operation): ZodOpenApiOperationObject['security'] {
  if (scope === null) return [{}, { token: [] }, { session: [] }]
  return sessionOnly ? [{ session: [] }] : [{ token: [scope] }, { session: [] }]
}

const contentOf = (body: z.ZodType | undefined, uploads: readonly string[] = []) => ({
  ...(body && { 'application/json': { schema: body } }),
  ...Object.fromEntries(uploads.map((type) => [type, { schema: z.string() }])),
})

function describe(o: Operation): ZodOpenApiOperationObject {
  const key = z
    .string()
    .optional()
    .meta({ description: 'Repeat a write safely: the same key gets the same answer, once done' })
  return {
    operationId: o.id,
    summary: o.summary,
    ...(o.description && { description: o.description }),
    tags: [o.tag],
    security: securityOf(o),
    requestParams: {
      ...(o.params && { path: o.params }),
      ...(o.query && { query: o.query }),
      ...(o.method !== 'get' && !o.file && !o.streams && { header: z.object({ 'Idempotency-Key': key }) }),
      ...(o.etag && { header: z.object({ 'If-None-Match': z.string().optional() }) }),
    },
    ...((o.body || o.uploads) && { requestBody: { required: true, content: contentOf(o.body, o.uploads) } }),
    responses: responsesOf(o),
  }
}

/** The OpenAPI 3.1 document of every operation, made from the schemas that the operations themselves parse with. */
export function openApiDocument(origin: string) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const o of operations) paths[o.path] = { ...paths[o.path], [o.method]: describe(o) }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'AIDA Data Hub API',
      version: '1',
      description:
        'What people do in the browser, programs do here: the same commands and queries, rules and journal. Lists page by `cursor`; errors are problem details (RFC 9457).',
    },
    servers: [{ url: origin }],
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal API token, made on the account page' },
        session: { type: 'apiKey', in: 'cookie', name: 'session', description: 'The browser’s own session' },
      },
    },
    paths: paths as ZodOpenApiPathsObject,
  })
}
