/** A person's name in the parts that citation styles ask for; `literal` where it has no parts. */
export type PersonName = { family: string; given: string } | { literal: string }

const particle = /^(?:van|von|vom|zu|zur|de|del|della|der|den|di|da|dos|du|la|le|af|av|ten|ter|bin|al|el)$/

/**
 * The parts of a name as registers write it, `Jeroen van der Laak` or `Laak, Jeroen`. The family name is the last word with
 * the particles before it: right for the register's names, a guess for double ones, which a comma settles.
 */
export function nameParts(name: string): PersonName {
  const [before, after] = name.split(',', 2).map((part) => part.trim())
  if (after !== undefined && after !== '' && before !== '') return { family: before ?? '', given: after }
  const words = name.trim().split(/\s+/)
  if (words.length < 2) return { literal: name.trim() }
  let at = words.length - 1
  while (at > 1 && particle.test(words[at - 1] ?? '')) at -= 1
  return { family: words.slice(at).join(' '), given: words.slice(0, at).join(' ') }
}
