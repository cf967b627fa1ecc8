// DOI names mean the same in any letter case (ISO 26324), and papers print the hub's in both: the address in capitals leads to the
// dataset's own. Here, because Next writes the Location of a prerendered page that redirects twice.
const DOI = /^\/10\.23698\/aida\/([\w.-]+)\/?(?=\?|$)/i
const PAGE = /^\/datasets\/([\w.-]*[A-Z][\w.-]*)(?=[/?]|$)/

/** The address that `url` should have had, where only the letter case of a DOI or a dataset's slug is wrong; else null. */
export function inLowerCase(url) {
  const doi = DOI.exec(url)
  const [all, slug] = doi && doi[0] !== doi[0].toLowerCase() ? doi : (PAGE.exec(url) ?? [])
  return slug ? `/datasets/${slug.toLowerCase()}${url.slice(all.length)}` : null
}

/** @returns {boolean} whether the request was led on, for good, to the address in lower case */
export function leadToLowerCase(request, response) {
  const to = inLowerCase(request.url ?? '/')
  if (to === null) return false
  response.writeHead(308, { location: to, 'cache-control': 'public, max-age=0, must-revalidate' })
  response.end()
  request.resume()
  return true
}
