import { crc32, deflateSync } from 'node:zlib'

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const header = (side, colourType) => {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(side, 0)
  data.writeUInt32BE(side, 4)
  data.set([8, colourType, 0, 0, 0], 8)
  return chunk('IHDR', data)
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

// Each row differs from the one above by little: filter 2 (Up) packs it best.
function packed(side, pixel) {
  const rows = Buffer.alloc(side * (side + 1))
  for (let y = 0; y < side; y++) {
    rows[y * (side + 1)] = 0
    for (let x = 0; x < side; x++) rows[y * (side + 1) + x + 1] = pixel(x, y)
  }
  return chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 }))
}

/** A square grey picture as PNG (ISO/IEC 15948). `pixel` gives 0 to 1; greys are cut to `levels` so that noise packs well. */
export function greyPng(side, pixel, levels = 40) {
  const step = (value) => Math.round((Math.round(Math.min(1, Math.max(0, value)) * levels) / levels) * 255)
  return Buffer.concat([
    signature,
    header(side, 0),
    packed(side, (x, y) => step(pixel(x, y))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A square picture with a palette: `pixel` gives the index of a colour of `palette` ([r, g, b] of 0 to 255, at most 256). */
export function palettePng(side, palette, pixel) {
  return Buffer.concat([
    signature,
    header(side, 3),
    chunk('PLTE', Buffer.from(palette.flat())),
    packed(side, pixel),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
