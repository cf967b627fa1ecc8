const explicit = (group: number, element: number, vr: string, value: Buffer): Buffer => {
  const even = value.length % 2 === 0 ? value : Buffer.concat([value, Buffer.from(vr === 'UI' ? [0] : [32])])
  const head = Buffer.alloc(vr === 'OB' || vr === 'OW' ? 12 : 8)
  head.writeUInt16LE(group, 0)
  head.writeUInt16LE(element, 2)
  head.write(vr, 4, 'latin1')
  if (head.length === 12) head.writeUInt32LE(even.length, 8)
  else head.writeUInt16LE(even.length, 6)
  return Buffer.concat([head, even])
}

const text = (group: number, element: number, vr: string, value: string) =>
  explicit(group, element, vr, Buffer.from(value, 'latin1'))
const short = (group: number, element: number, value: number) => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return explicit(group, element, 'US', bytes)
}

const secondaryCapture = '1.2.840.10008.5.1.4.1.1.7'
const explicitLittleEndian = '1.2.840.10008.1.2.1'

/** A picture of nobody as a DICOM file (PS3.10): secondary capture of 8-bit greys; `pixel` gives 0 to 1. It says in its name and id that it is synthetic. */
export function syntheticDicom(uid: string, side: number, pixel: (x: number, y: number) => number): Buffer {
  const greys = Buffer.alloc(side * side)
  for (let at = 0; at < greys.length; at++)
    greys[at] = Math.round(255 * Math.min(1, Math.max(0, pixel(at % side, Math.floor(at / side)))))
  const meta = Buffer.concat([
    explicit(2, 1, 'OB', Buffer.from([0, 1])),
    text(2, 2, 'UI', secondaryCapture),
    text(2, 3, 'UI', uid),
    text(2, 0x10, 'UI', explicitLittleEndian),
    text(2, 0x12, 'UI', '2.25.301902'),
  ])
  const length = Buffer.alloc(4)
  length.writeUInt32LE(meta.length)
  const dataset = Buffer.concat([
    text(8, 0x16, 'UI', secondaryCapture),
    text(8, 0x18, 'UI', uid),
    text(8, 0x60, 'CS', 'OT'),
    text(8, 0x64, 'CS', 'SYN'),
    text(0x10, 0x10, 'PN', 'SYNTHETIC^DEMONSTRATION'),
    text(0x10, 0x20, 'LO', 'SYNTHETIC'),
    text(0x20, 0xd, 'UI', `${uid}.1`),
    text(0x20, 0xe, 'UI', `${uid}.2`),
    short(0x28, 2, 1),
    text(0x28, 4, 'CS', 'MONOCHROME2'),
    ...[short(0x28, 0x10, side), short(0x28, 0x11, side), short(0x28, 0x100, 8), short(0x28, 0x101, 8)],
    ...[short(0x28, 0x102, 7), short(0x28, 0x103, 0)],
    explicit(0x7fe0, 0x10, 'OW', greys),
  ])
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), explicit(2, 0, 'UL', length), meta, dataset])
}
