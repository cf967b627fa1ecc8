// Draws the example images of public/examples: phantoms made of formulas, of nobody. The same bytes every time.
//   node prisma/seed/examples/run.mjs
import fs from 'node:fs'
import path from 'node:path'
import { glandScene, stained, tissueScene } from './pathology.mjs'
import { greyPng, palettePng } from './png.mjs'
import * as radiology from './radiology.mjs'
import { randomOf } from './shapes.mjs'

const SIDE = 288
const MOST_BYTES = 40_000
const folder = path.join(import.meta.dirname, '../../../public/examples')

const grey = {
  'ct-chest': [radiology.ctChest, 0.035],
  'ct-abdomen': [radiology.ctAbdomen, 0.035],
  'ct-head': [radiology.ctHead, 0.03],
  'mr-brain': [radiology.mrBrain, 0.03],
  'mr-pelvis': [radiology.mrPelvis, 0.035],
  'cr-femur': [radiology.crFemur, 0.02],
  'cr-knee': [radiology.crKnee, 0.02],
  'mg-mlo': [radiology.mgMlo, 0.015],
  'mg-cc': [radiology.mgCc, 0.015],
}

const plane = (at) => (2 * (at + 0.5)) / SIDE - 1

function drawGrey([picture, noise], seed) {
  const random = randomOf(seed)
  return greyPng(SIDE, (x, y) => picture(plane(x), plane(y)) + noise * (random() + random() - 1))
}

// 6 × 6 × 6 colours spread over what the stains can make: pink to violet to white.
const levels = 6
const low = [52, 30, 92]
const high = [250, 246, 250]
const part = (at, channel) => Math.round(low[channel] + ((high[channel] - low[channel]) * at) / (levels - 1))
const palette = Array.from({ length: levels ** 3 }, (_, i) => [
  part(Math.floor(i / levels ** 2), 0),
  part(Math.floor(i / levels) % levels, 1),
  part(i % levels, 2),
])

function drawStained(scene, seed) {
  const random = randomOf(seed)
  const at = stained(scene)
  const index = (value, channel) =>
    Math.min(
      levels - 1,
      Math.max(
        0,
        Math.round(((value - low[channel]) / (high[channel] - low[channel])) * (levels - 1) + 0.5 * (random() - 0.5)),
      ),
    )
  return palettePng(SIDE, palette, (x, y) => {
    const [r, g, b] = at(plane(x), plane(y))
    return index(r, 0) * levels ** 2 + index(g, 1) * levels + index(b, 2)
  })
}

const drawn = {
  ...Object.fromEntries(Object.entries(grey).map(([name, recipe], at) => [name, () => drawGrey(recipe, 100 + at)])),
  'sm-glands': () => drawStained(glandScene(), 201),
  'sm-tissue': () => drawStained(tissueScene(), 202),
}

fs.mkdirSync(folder, { recursive: true })
for (const [name, draw] of Object.entries(drawn)) {
  const png = draw()
  if (png.length > MOST_BYTES) throw new Error(`${name} has ${png.length} bytes; at most ${MOST_BYTES} are allowed`)
  fs.writeFileSync(path.join(folder, `${name}.png`), png)
  console.log(`${name}.png  ${png.length} bytes`)
}
