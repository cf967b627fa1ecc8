const common = new Set(
  (
    'password passwort losenord mittlosenord hemligt hemligheten qwerty qwertyuiop asdfghjkl letmein welcome valkommen ' +
    'administrator admin iloveyou jagalskardig sommar vinter varen hosten summer winter autumn spring monkey dragon sunshine ' +
    'princess football fotboll hockey sverige sweden stockholm linkoping goteborg aida aidadatahub datahub scilifelab hospital ' +
    'sjukhus radiology radiologi pathology patologi changeme secret test testing'
  ).split(' '),
)

const leet: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const letters = (text: string): string => text.replace(/[^a-z]/g, '')

/** The shortest text that, repeated, gives the whole: "abcabc" → "abc". */
const unit = (text: string): string => /^(.+?)\1*$/s.exec(text)?.[1] ?? text

function isCommon(password: string): boolean {
  const flat = plain(password)
  const decode = (text: string) => text.replace(/[013457@$]/g, (sign) => leet[sign] ?? sign)
  // A year at the end is a trimming, not letters in disguise.
  return [flat, decode(flat), decode(flat.replace(/[^a-z]+$/, ''))]
    .map((text) => unit(letters(text)))
    .some((core) => common.has(core))
}

const isMonotonous = (password: string): boolean =>
  new Set(password).size < 5 ||
  '01234567890123456789 abcdefghijklmnopqrstuvwxyz'.includes(plain(password)) ||
  unit(password).length < 5

/** The parts of a name or address that a guess begins with. */
const ownWords = (owner: { email: string; name: string }): string[] =>
  plain(`${owner.email.split('@')[0]} ${owner.name}`)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= 4)

export const shortestPassword = 12
export const longestPassword = 200

/**
 * Null, or the message key of why not. Length over composition (NIST SP 800-63B §5.1.1): at least 12 characters, nothing of
 * the owner's name or address, no common word with trimmings, no pattern; any characters, no demand for kinds of them.
 */
export function judgePassword(password: string, owner: { email: string; name: string }): string | null {
  const length = [...password.normalize('NFKC')].length
  if (length < shortestPassword) return 'identity.invalid.password-short'
  if (length > longestPassword) return 'identity.invalid.password-long'
  if (isMonotonous(password) || isCommon(password)) return 'identity.invalid.password-common'
  const written = plain(password)
  return ownWords(owner).some((word) => written.includes(word)) ? 'identity.invalid.password-own' : null
}
