/** Runs once in each portal process, before it serves: proves the environment, registers the reactions, works the jobs. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { startPortal } = await import('./lib/reactions/start')
  await startPortal()
  const { directly } = await import('./app/api/direct')
  const { keptPages } = await import('./lib/platform/kept-pages')
  globalThis.portalKeptPages = keptPages
  const { directOperations } = await import('./app/api/operations/direct')
  globalThis.portalDirect = directly(directOperations)
}

/** A fault that reached Next's error boundary: logged with the request's id, which the page shows too. */
export async function onRequestError(
  error: unknown,
  request: { path: string; method: string; headers: Record<string, string | string[] | undefined> },
): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('./lib/platform/log')
  const digest = (error as { digest?: string }).digest
  const path = request.path.split('?')[0]
  log().error(
    { err: error, digest, path, method: request.method, requestId: request.headers['x-request-id'] },
    'page failed',
  )
}
