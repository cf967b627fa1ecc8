import parsePhoneNumber from 'libphonenumber-js/min'

/** A telephone number as ITU-T E.164 writes it, `+46131234567`, from how people write it with its country code; null when it is none. */
export function normalisePhone(text: string): string | null {
  const number = parsePhoneNumber(text.trim().replace(/^00/, '+'))
  return number?.isValid() ? number.number : null
}
