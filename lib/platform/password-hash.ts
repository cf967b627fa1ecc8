import 'server-only'
import { hash, verify } from '@node-rs/argon2'

// Argon2id with the first choice of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Argon2id of the password in PHC string format. NFKC (NIST SP 800-63B §5.1.1.2): the same password from every keyboard. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

// The hash of a random password that nobody knows, so that an account without one takes as long to refuse.
let decoy: Promise<string> | undefined
const decoyHash = (): Promise<string> => {
  decoy ??= hashPassword(crypto.randomUUID())
  return decoy
}

/** Whether the password is the one of `hashed`; without a hash false, after the same work. */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  const matches = await verify(hashed ?? (await decoyHash()), password.normalize('NFKC'))
  return matches && hashed !== null
}
