const ANY_ORIGIN = 'http://portal.invalid'

/**
 * The path, query and fragment of `address` when it leads nowhere but to this portal, else `/`.
 * Browsers read `\` as `/` and drop tabs and line breaks, so the parsed address is judged, never the text.
 */
export function localPath(address: string | null | undefined): string {
  if (!address?.startsWith('/') || !URL.canParse(address, ANY_ORIGIN)) return '/'
  const { origin, pathname, search, hash } = new URL(address, ANY_ORIGIN)
  const path = pathname.replace(/^\/{2,}/, '/')
  return origin === ANY_ORIGIN ? path + search + hash : '/'
}

/** The local path of a whole address (as in `Referer`) if it is of the same host, else `/`. */
export function localPathOf(address: string | null, host: string | null): string {
  if (!address || !host || !URL.canParse(address)) return '/'
  const url = new URL(address)
  return url.host === host ? localPath(url.pathname + url.search) : '/'
}
