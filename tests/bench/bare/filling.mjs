// Statements that the portal was seen to send, with the values of another request (tests/bench/booking/template.ts).
import { randomUUID } from 'node:crypto'

/** A moment in the form in which the statement writes it (tests/bench/booking/template.ts). */
function written(moment, form) {
  if (form === 'epoch') return String(moment)
  const iso = new Date(moment).toISOString()
  return iso.slice(0, 10) + form.charAt(0) + iso.slice(11, 23) + form.slice(1)
}

/** One value of a statement, of this request. */
function filledIn(pieces, { known, now, fresh }) {
  if (pieces === null) return null
  let text = ''
  for (const piece of pieces) {
    if (piece.is === 'text') text += piece.text
    else if (piece.is === 'known') text += known[piece.name]
    else if (piece.is === 'now') text += written(now + piece.offset, piece.form)
    else {
      fresh[piece.number] ??= randomUUID()
      text += fresh[piece.number]
    }
  }
  return text
}

/** Sends a recorded statement, filled in. */
export const send = (client, { name, text, values }, filling) =>
  client.query({ ...(name && { name }), text, values: values.map((value) => filledIn(value, filling)) })
