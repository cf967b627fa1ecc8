import 'server-only'
import sshpk from 'sshpk'

export type SshKey = { type: string; bits: number; fingerprint: string; publicKey: string }
export type SshFault = 'private' | 'unreadable' | 'weak'

const strong = (type: string, bits: number): boolean =>
  type === 'ed25519' || type === 'ecdsa' || (type === 'rsa' && bits >= 3072 && bits <= 16_384)

/**
 * Reads one line of an OpenSSH public key (RFC 4253 §6.6; sk- keys of security keys are not read). A private key is told apart
 * before anything is parsed, and neither kept nor named in an error. Options and comments are left out of `publicKey`.
 */
export function readSshKey(text: string): SshKey | SshFault {
  if (/PRIVATE KEY|PuTTY-User-Key-File|SSH2 ENCRYPTED/i.test(text)) return 'private'
  const line = /^(ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp(?:256|384|521)) +([A-Za-z0-9+/=]+)(?: +[^\r\n]*)?$/.exec(
    text.trim(),
  )
  if (!line) return 'unreadable'
  try {
    const publicKey = `${line[1]} ${line[2]}`
    const key = sshpk.parseKey(publicKey, 'ssh')
    if (!strong(key.type, key.size)) return 'weak'
    return { type: key.type, bits: key.size, fingerprint: key.fingerprint('sha256').toString(), publicKey }
  } catch {
    return 'unreadable'
  }
}
