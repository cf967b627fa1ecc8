// What people see at an address that nothing answers to. Next answers it with an empty document that only its scripts fill, and
// that names no language; the portal's own page (app/[language]/(public)/missing) takes its place, whole without scripts.
import http from 'node:http'

const PAGE = /^\/(?:(?:en|sv)\/)?missing(?:\?|$)/
// These belong to the body that is thrown away.
const BODY = ['content-encoding', 'content-length', 'etag', 'link', 'transfer-encoding']

/** The language in which next.config.js would show the address of the request. */
export function languageOf({ url, headers }) {
  const named = /^\/(en|sv)(?:[/?]|$)/.exec(url)?.[1] ?? /(?:^|;\s*)language=(\w+)/.exec(headers.cookie ?? '')?.[1]
  if (named) return named === 'sv' ? 'sv' : 'en'
  return /^sv/.test(headers['accept-language'] ?? '') ? 'sv' : 'en'
}

function read(socket, host, path) {
  const { localAddress, localPort: port } = socket
  return new Promise((resolve, reject) => {
    const asked = http.get({ host: localAddress, port, path, headers: { host } }, async (answer) => {
      try {
        const policy = answer.headers['content-security-policy']
        resolve({ policy, body: Buffer.concat(await answer.toArray()) })
      } catch (error) {
        reject(error)
      }
    })
    asked.on('error', reject)
  })
}

/** Keeps the page of each language once read: it is the same for everyone until the next build. */
export function missingPages() {
  const pages = new Map()
  return (request) => {
    const language = languageOf(request)
    if (!pages.has(language)) {
      const page = read(request.socket, request.headers.host, `/${language}/missing`)
      page.catch(() => pages.delete(language))
      pages.set(language, page)
    }
    return pages.get(language)
  }
}

/** Has `response` carry the page that `pageFor` gives wherever it would carry an HTML document with status 404. */
export function showMissing(request, response, pageFor) {
  if (/^\/(?:api|_next)(?:\/|$)/.test(request.url)) return
  const { writeHead, write, end } = response
  const itself = PAGE.test(request.url)
  let replaced = false
  /** Settles, before the head is sent, what becomes of an answer with this status; gives the status to send. */
  const settle = (status) => {
    if (response.headersSent || !/^text\/html/.test(String(response.getHeader('content-type') ?? ''))) return status
    replaced ||= status === 404 && !itself
    return itself && status === 200 ? 404 : status
  }
  const send = ({ policy, body }) => {
    for (const name of BODY) response.removeHeader(name)
    if (policy) response.setHeader('content-security-policy', policy)
    response.setHeader('content-length', body.length)
    writeHead.call(response, 404)
    end.call(response, body)
  }
  response.writeHead = (status, ...rest) => {
    const headers = rest.at(-1)
    // Set one by one, so that what `settle` looks at is there.
    if (headers?.constructor === Object) for (const name in headers) response.setHeader(name, headers[name])
    const settled = settle(status)
    return replaced ? response : writeHead.call(response, settled, ...rest)
  }
  response.write = (...given) => {
    response.statusCode = settle(response.statusCode)
    return replaced ? true : write.apply(response, given)
  }
  response.end = (...given) => {
    response.statusCode = settle(response.statusCode)
    if (!replaced) return end.apply(response, given)
    response.end = end
    pageFor(request).then(send, () => send({ body: Buffer.from('404') }))
    return response
  }
}
