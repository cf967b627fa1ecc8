/** The most bytes that a stored file may have: 10 MB, below what a request may carry. */
export const fileLimit = 10_000_000

/**
 * A file as it came in, judged by `readUpload` (storage.ts): its name cleaned, its type read from its content. Only that makes one, so
 * an input that demands an Upload has been through it. Told as JSON it is its name and hash, never its bytes.
 */
export class Upload {
  constructor(
    readonly name: string,
    readonly type: string,
    readonly sha256: string,
    readonly bytes: Uint8Array,
  ) {}

  toJSON() {
    return { name: this.name, type: this.type, sha256: this.sha256 }
  }
}
