import { cloudOf, randomOf } from './shapes.mjs'

// Stained with haematoxylin (nuclei, blue violet) and eosin (everything else, pink) on white light.
const white = [246, 242, 245]
const stains = {
  eosin: [226, 148, 186],
  deep: [198, 106, 158],
  nucleus: [92, 62, 138],
  dark: [62, 38, 104],
  red: [206, 84, 98],
}

const mix = (a, b, t) => a.map((value, at) => value + (b[at] - value) * Math.min(1, Math.max(0, t)))

/** Points at least `gap` apart, as cells lie; the same every time. */
function scattered(random, gap, tries) {
  const points = []
  for (let i = 0; i < tries; i++) {
    const [x, y] = [random() * 2 - 1, random() * 2 - 1]
    if (points.every(([px, py]) => Math.hypot(px - x, py - y) > gap)) points.push([x, y])
  }
  return points
}

const nucleus = (random, x, y, long, wide, turn) => ({ x, y, long, wide, turn, dark: 0.35 + 0.65 * random() })

function glandNuclei(random, { x, y, r, squash, turn }) {
  const count = Math.round(r * 62)
  return Array.from({ length: count }, (_, at) => {
    const angle = (at / count) * 2 * Math.PI + 0.06 * random()
    const reach = r * (0.9 + 0.07 * random())
    const [u, v] = [Math.cos(angle) * reach, Math.sin(angle) * reach * squash]
    const [c, s] = [Math.cos(turn), Math.sin(turn)]
    return nucleus(random, x + c * u - s * v, y + s * u + c * v, 0.035, 0.02, angle + turn)
  })
}

/** Colon-like glands: rings of nuclei around pale cells and a lumen, in a pink ground with scattered cells. */
export function glandScene() {
  const random = randomOf(7)
  const centres = scattered(random, 0.52, 400)
  const glands = centres.map(([x, y]) => ({
    x,
    y,
    r: 0.19 + 0.06 * random(),
    squash: 0.75 + 0.25 * random(),
    turn: random() * 3,
  }))
  const outside = scattered(random, 0.062, 3000).filter(([x, y]) =>
    glands.every((g) => Math.hypot(g.x - x, g.y - y) > g.r + 0.02),
  )
  const between = outside.map(([x, y]) => nucleus(random, x, y, 0.024, 0.011 + 0.008 * random(), random() * 3))
  return { glands, nuclei: [...glands.flatMap((gland) => glandNuclei(random, gland)), ...between], ground: 0.55 }
}

/** Dense tissue: crowded nuclei of many sizes among strands, with clefts of white. */
export function tissueScene() {
  const random = randomOf(19)
  const places = scattered(random, 0.058, 5000)
  const nuclei = places.map(([x, y]) =>
    nucleus(random, x, y, 0.02 + 0.016 * random(), 0.016 + 0.01 * random(), random() * 3),
  )
  return { glands: [], nuclei, ground: 0.75 }
}

function ground({ glands, ground }, x, y, cloud) {
  const strand = cloud(x * 3 + cloud(x * 2, y * 2), y * 7)
  let colour = mix(white, stains.eosin, ground + 0.55 * strand)
  colour = mix(colour, stains.deep, Math.max(0, cloud(x * 9, y * 4) - 0.12) * 1.6)
  if (glands.length === 0) colour = mix(colour, white, Math.abs(cloud(x * 2.3 + 7, y * 2.3)) < 0.035 ? 0.9 : 0)
  for (const { x: gx, y: gy, r, squash, turn } of glands) {
    const [c, s] = [Math.cos(turn), Math.sin(turn)]
    const d =
      Math.hypot(c * (x - gx) + s * (y - gy), (-s * (x - gx) + c * (y - gy)) / squash) / r + 0.08 * cloud(x * 6, y * 6)
    if (d < 1.08) colour = mix(colour, white, d > 1 ? 0.6 : 0)
    if (d < 1) colour = mix(stains.eosin, stains.deep, 0.35 + 0.5 * (d - 0.6))
    if (d < 0.8) colour = mix(white, stains.eosin, 0.32 + 0.6 * cloud(x * 16, y * 16))
    if (d < 0.3) colour = white
  }
  return colour
}

/** The colour at a point of a scene, [r, g, b] of 0 to 255. */
export function stained(scene) {
  const cloud = cloudOf(97, 4)
  const cell = 0.1
  const grid = new Map()
  const key = (i, j) => i * 1000 + j
  for (const one of scene.nuclei) {
    const at = key(Math.floor(one.x / cell), Math.floor(one.y / cell))
    grid.set(at, [...(grid.get(at) ?? []), one])
  }
  const near = (x, y) => {
    const [i, j] = [Math.floor(x / cell), Math.floor(y / cell)]
    return [-1, 0, 1].flatMap((di) => [-1, 0, 1].flatMap((dj) => grid.get(key(i + di, j + dj)) ?? []))
  }
  return (x, y) => {
    let colour = ground(scene, x, y, cloud)
    for (const one of near(x, y)) {
      const [c, s] = [Math.cos(one.turn), Math.sin(one.turn)]
      const [u, v] = [(c * (x - one.x) + s * (y - one.y)) / one.long, (-s * (x - one.x) + c * (y - one.y)) / one.wide]
      const d = Math.hypot(u, v) + 0.25 * cloud(x * 20, y * 20)
      if (d < 1.1)
        colour = mix(
          colour,
          mix(stains.nucleus, stains.dark, one.dark - 0.3 + 0.7 * cloud(x * 38, y * 38)),
          (1.1 - d) * 5,
        )
    }
    return colour
  }
}
