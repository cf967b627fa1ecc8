type Listed = { readonly path: string; readonly sha256: string }

/**
 * The checksums of a version as `sha256sum --check` reads them: one file a line, in the order of their paths. With `data/` before each
 * path these are the lines of a BagIt manifest (RFC 8493 §2.1.3).
 */
export const checksums = (files: readonly Listed[]): string =>
  files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
