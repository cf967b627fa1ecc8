/** A fact about what other systems are told: ids and codes only. */
const about =
  <Data extends object>(stream: string) =>
  <Type extends string>(type: Type) =>
  (id: string, data: Data) =>
    ({ type: `access.${type}`, stream, subjectId: id, data }) as const

/** What happens to the keys by which visas are signed. */
export const happened = {
  visaKeyMade: about<{ occasion: 'first' | 'age' | 'asked' | 'withdrawn' }>('visa-keys:hub')('visa-key-made'),
} as const
