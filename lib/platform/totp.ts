import 'server-only'
import { generateSecret, generateURI, verify } from 'otplib'
import QRCode from 'qrcode'

const period = 30

/** A new shared secret of 160 bits in base32 (RFC 4226 §4). */
export const newTotpSecret = (): string => generateSecret()

/** The enrolment address that authenticator apps read from the QR code. */
export const totpAddress = (secret: string, account: string): string =>
  generateURI({ issuer: 'AIDA Data Hub', label: account, secret, algorithm: 'sha1', digits: 6, period })

/** The text as a QR code: the path of its dark modules in a square of `size` units, for an inline SVG. */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const dark = (row: number, column: number) => modules.get(row, column)
  const cells = Array.from(
    { length: modules.size ** 2 },
    (_, at) => [Math.floor(at / modules.size), at % modules.size] as const,
  )
  const path = cells
    .filter(([row, column]) => dark(row, column))
    .map(([row, column]) => `M${column + 4} ${row + 4}h1v1h-1z`)
    .join('')
  return { size: modules.size + 8, path }
}

/**
 * The time step that the code belongs to (RFC 6238), or null for a wrong one. One step of drift either way is accepted; a step up to
 * `lastUsedStep` is not, so that a code is good once.
 */
export async function totpStep(
  secret: string,
  code: string,
  now: Date,
  lastUsedStep: bigint | null,
): Promise<bigint | null> {
  if (!/^\d{6}$/.test(code)) return null
  const epoch = Math.floor(now.getTime() / 1000)
  const after = lastUsedStep === null ? {} : { afterTimeStep: Number(lastUsedStep) }
  const answer = await verify({ secret, token: code, epoch, period, epochTolerance: period, ...after })
  if (!answer.valid) return null
  return BigInt(Math.floor(epoch / period) + answer.delta)
}
