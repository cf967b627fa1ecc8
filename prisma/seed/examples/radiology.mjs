import { blend, cloudOf, edge, ellipse, noiseOf, stroke } from './shapes.mjs'

// The plane is -1 to 1 in both directions, y downwards; values are grey from 0 (black) to 1 (white).
const wobble = (seed, size, scale) => {
  const cloud = cloudOf(seed, 3)
  return (x, y) => [x + size * cloud(x * scale, y * scale), y + size * cloud(x * scale + 40, y * scale + 40)]
}

/** Paints layers over each other: each is [grey, how far outside, softness], distances as of `ellipse`. */
const paint = (layers) => layers.reduce((under, [grey, d, soft]) => blend(under, grey, edge(d, soft)), 0.02)

const ring = (d, thickness) => Math.abs(d) - thickness

export function ctChest(x0, y0) {
  const [x, y] = wobble(3, 0.03, 2.2)(x0, y0)
  const body = ellipse(x, y, 0, 0.02, 0.92, 0.68)
  const wall = ellipse(x, y, 0, 0, 0.76, 0.54)
  const left = ellipse(x, y, -0.41, -0.02, 0.31, 0.42, 0.12)
  const right = ellipse(x, y, 0.43, 0, 0.29, 0.41, -0.14)
  const heart = ellipse(x, y, 0.1, -0.1, 0.27, 0.25, 0.5)
  const vessel = cloudOf(11, 4)(x * 9, y * 9)
  const vessels = Math.max(0, 1 - Math.abs(vessel) * 9) * 0.3 * edge(Math.min(left, right) + 0.05, 0.04)
  const angle = Math.atan2(y / 0.54, x / 0.76)
  const rib = Math.cos(angle * 11 + 0.7) > 0.35 ? ring(wall + 0.015, 0.024) : 1
  const lung = 0.1 + 0.03 * cloudOf(5, 4)(x * 14, y * 14) + vessels
  return paint([
    [0.34, body, 0.012],
    [0.5 + 0.03 * noiseOf(8)(x * 22, y * 22), wall, 0.02],
    [lung, left, 0.018],
    [lung, right, 0.018],
    [0.6, heart, 0.02],
    [0.78, ellipse(x, y, 0.02, -0.05, 0.13, 0.09, 0.6), 0.05],
    [0.8, ellipse(x, y, 0.16, 0.2, 0.065, 0.065), 0.012],
    [0.8, ellipse(x, y, -0.06, -0.22, 0.085, 0.075), 0.014],
    [0.05, ellipse(x, y, 0, 0.13, 0.045, 0.04), 0.012],
    [0.92, rib, 0.012],
    [0.88, ellipse(x, y, 0, 0.37, 0.13, 0.1), 0.02],
    [0.6, ellipse(x, y, 0, 0.365, 0.085, 0.06), 0.02],
    [0.3, ellipse(x, y, 0, 0.475, 0.04, 0.035), 0.012],
    [0.86, stroke(x, y, [0, 0.52, 0.03], [0, 0.61, 0.02]), 0.015],
    [0.84, stroke(x, y, [-0.05, 0.47, 0.025], [-0.19, 0.5, 0.02]), 0.015],
    [0.84, stroke(x, y, [0.05, 0.47, 0.025], [0.19, 0.5, 0.02]), 0.015],
    [0.85, ellipse(x, y, 0, -0.53, 0.1, 0.035), 0.015],
  ])
}

export function ctAbdomen(x0, y0) {
  const [x, y] = wobble(17, 0.04, 2)(x0, y0)
  const body = ellipse(x, y, 0, 0.02, 0.9, 0.66)
  const wall = ellipse(x, y, 0, 0, 0.76, 0.53)
  const grain = 0.02 * noiseOf(2)(x * 26, y * 26)
  const angle = Math.atan2(y / 0.53, x / 0.76)
  const rib = Math.cos(angle * 9 + 1.1) > 0.5 ? ring(wall + 0.03, 0.022) : 1
  const vein = cloudOf(23, 2)(x * 4.5, y * 4.5)
  const liver = ellipse(x, y, -0.33, -0.1, 0.4, 0.36, 0.25)
  const bowel = (cx, cy, r) => [
    [0.52, ellipse(x, y, cx, cy, r, r * 0.8), 0.015],
    [0.36, ellipse(x, y, cx, cy, r * 0.62, r * 0.45), 0.03],
  ]
  return paint([
    [0.27, body, 0.012],
    [0.47, wall, 0.016],
    [0.3, ellipse(x, y, 0, 0, 0.69, 0.46), 0.02],
    [0.62 + grain + 0.14 * Math.max(0, 1 - Math.abs(vein) * 11), liver, 0.014],
    [0.44, ellipse(x, y, -0.15, 0.02, 0.07, 0.1, 0.5), 0.02],
    [0.52, ellipse(x, y, 0.32, -0.2, 0.26, 0.2, -0.4), 0.015],
    [0.08, ellipse(x, y, 0.3, -0.29, 0.17, 0.08, -0.3), 0.015],
    [0.66 + grain, ellipse(x, y, 0.55, 0.08, 0.13, 0.22, 0.3), 0.014],
    ...bowel(0.18, 0.0, 0.09),
    ...bowel(0.36, 0.06, 0.08),
    [0.7, ellipse(x, y, -0.34, 0.27, 0.13, 0.11, 0.4), 0.014],
    [0.5, ellipse(x, y, -0.31, 0.27, 0.055, 0.045), 0.02],
    [0.7, ellipse(x, y, 0.35, 0.27, 0.13, 0.11, -0.4), 0.014],
    [0.5, ellipse(x, y, 0.32, 0.27, 0.055, 0.045), 0.02],
    [0.82, ellipse(x, y, 0.06, 0.17, 0.06, 0.055), 0.012],
    [0.64, ellipse(x, y, -0.09, 0.16, 0.065, 0.05), 0.012],
    [0.5, ellipse(x, y, -0.17, 0.42, 0.13, 0.08), 0.02],
    [0.5, ellipse(x, y, 0.17, 0.42, 0.13, 0.08), 0.02],
    [0.9, ellipse(x, y, 0, 0.33, 0.14, 0.11), 0.018],
    [0.66, ellipse(x, y, 0, 0.325, 0.1, 0.07), 0.02],
    [0.3, ellipse(x, y, 0, 0.45, 0.045, 0.035), 0.012],
    [0.88, stroke(x, y, [0, 0.5, 0.025], [0, 0.57, 0.02]), 0.015],
    [0.9, rib, 0.012],
  ])
}

export function ctHead(x0, y0) {
  const [x, y] = wobble(31, 0.02, 2)(x0, y0)
  const scalp = ellipse(x, y, 0, 0, 0.7, 0.87)
  const skull = ellipse(x, y, 0, 0, 0.65, 0.82)
  const brain = ellipse(x, y, 0, 0, 0.58, 0.75)
  const sulci = Math.max(0, 1 - Math.abs(cloudOf(9, 3)(x * 6, y * 6)) * 7) * edge(-(brain + 0.17), 0.06)
  return paint([
    [0.3, scalp, 0.012],
    [0.98, skull, 0.012],
    [0.43 + 0.03 * noiseOf(6)(x * 22, y * 22) - 0.13 * sulci, brain, 0.014],
    [0.38, ellipse(x, y, -0.23, 0.02, 0.2, 0.5, 0.1), 0.14],
    [0.38, ellipse(x, y, 0.23, 0.02, 0.2, 0.5, -0.1), 0.14],
    [0.18, ellipse(x, y, -0.1, -0.16, 0.045, 0.17, -0.3), 0.02],
    [0.18, ellipse(x, y, 0.1, -0.16, 0.045, 0.17, 0.3), 0.02],
    [0.19, ellipse(x, y, -0.16, 0.24, 0.05, 0.16, 0.35), 0.02],
    [0.19, ellipse(x, y, 0.16, 0.24, 0.05, 0.16, -0.35), 0.02],
    [0.62, stroke(x, y, [0, -0.73, 0.006], [0, -0.36, 0.004]), 0.008],
    [0.62, stroke(x, y, [0, 0.4, 0.006], [0, 0.73, 0.01]), 0.008],
    [0.85, ellipse(x, y, 0, 0.15, 0.022, 0.02), 0.01],
  ])
}

export function mrBrain(x0, y0) {
  const [x, y] = wobble(41, 0.03, 2.3)(x0, y0)
  const cloud = cloudOf(43, 4)
  const brain = ellipse(x, y, 0, 0, 0.58, 0.75)
  const fold = Math.abs(cloud(x * 4.6 + 0.6 * cloud(x * 3, y * 3), y * 4.6))
  const depth = brain + 0.2 * (0.5 - Math.min(0.5, fold * 2.4))
  const sulcus = Math.max(0, 1 - fold * 10) * edge(-(brain + 0.2), 0.07)
  return paint([
    [0.85, ellipse(x, y, 0, 0, 0.71, 0.88), 0.012],
    [0.08, ellipse(x, y, 0, 0, 0.665, 0.835), 0.012],
    [0.2, ellipse(x, y, 0, 0, 0.615, 0.785), 0.02],
    [0.5 - 0.34 * sulcus, brain, 0.014],
    [0.74 + 0.03 * cloud(x * 9, y * 9), depth + 0.15, 0.035],
    [0.5, ellipse(x, y, -0.19, -0.02, 0.085, 0.14, 0.3), 0.02],
    [0.5, ellipse(x, y, 0.19, -0.02, 0.085, 0.14, -0.3), 0.02],
    [0.54, ellipse(x, y, -0.09, 0.1, 0.07, 0.1, -0.2), 0.02],
    [0.54, ellipse(x, y, 0.09, 0.1, 0.07, 0.1, 0.2), 0.02],
    [0.1, ellipse(x, y, -0.085, -0.17, 0.045, 0.15, -0.35), 0.02],
    [0.1, ellipse(x, y, 0.085, -0.17, 0.045, 0.15, 0.35), 0.02],
    [0.1, ellipse(x, y, -0.19, 0.27, 0.045, 0.13, 0.5), 0.02],
    [0.1, ellipse(x, y, 0.19, 0.27, 0.045, 0.13, -0.5), 0.02],
    [0.12, ellipse(x, y, 0, 0.06, 0.012, 0.09), 0.01],
    [0.16, stroke(x, y, [0, -0.76, 0.012], [0, -0.33, 0.006]), 0.012],
    [0.16, stroke(x, y, [0, 0.36, 0.006], [0, 0.76, 0.012]), 0.012],
  ])
}

export function mrPelvis(x0, y0) {
  const [x, y] = wobble(51, 0.035, 2.2)(x0, y0)
  const grain = 0.05 * noiseOf(52)(x * 18, y * 18)
  const side = (s) => [
    [0.28 + grain, ellipse(x, y, s * 0.5, -0.02, 0.14, 0.3, s * 0.2), 0.02],
    [0.07, ellipse(x, y, s * 0.62, 0.02, 0.19, 0.19), 0.012],
    [0.66 + grain, ellipse(x, y, s * 0.62, 0.02, 0.165, 0.165), 0.014],
    [0.27 + grain, ellipse(x, y, s * 0.36, 0.4, 0.25, 0.15, s * 0.35), 0.03],
    [0.3 + grain, ellipse(x, y, s * 0.3, 0, 0.06, 0.26, s * -0.12), 0.02],
    [0.05, ellipse(x, y, s * 0.33, -0.4, 0.035, 0.035), 0.01],
    [0.05, ellipse(x, y, s * 0.42, -0.41, 0.04, 0.035), 0.01],
  ]
  return paint([
    [0.8 + grain, ellipse(x, y, 0, 0.02, 0.95, 0.68), 0.012],
    [0.3 + grain, ellipse(x, y, 0, 0, 0.8, 0.52), 0.025],
    [0.72 + grain, ellipse(x, y, 0, -0.02, 0.66, 0.42), 0.03],
    ...side(-1),
    ...side(1),
    [0.95, ellipse(x, y, 0, -0.24, 0.19, 0.12), 0.014],
    [0.32, ring(ellipse(x, y, 0, -0.24, 0.2, 0.13), 0.014), 0.012],
    [0.25, ellipse(x, y, 0, 0.02, 0.2, 0.155), 0.012],
    [0.42 + grain, ellipse(x, y, 0, -0.01, 0.16, 0.1), 0.02],
    [0.78 + grain * 2, ring(ellipse(x, y, 0, 0.02, 0.155, 0.11), 0.028) + 0.08 * edge(y - 0.03, 0.08), 0.02],
    [0.3, ellipse(x, y, 0, 0.29, 0.12, 0.1), 0.014],
    [0.1, ellipse(x, y, 0.01, 0.28, 0.07, 0.055), 0.02],
    [0.55, ellipse(x, y, 0, 0.52, 0.12, 0.06), 0.015],
  ])
}

const shade = (x, y, seed) => 0.03 * cloudOf(seed, 4)(x * 3, y * 3)

/** X-rays add up what they pass: bone over soft tissue, the rim of a shaft denser than its marrow. */
const shaft = (d, width, rim) => edge(d, 0.02) * (0.2 + rim * Math.exp(-(((d + width) / (width * 0.75)) ** 2)))

export function crFemur(x0, y0) {
  const [x, y] = wobble(61, 0.015, 2)(x0, y0)
  const flesh = edge(ellipse(x, y, 0.12, 0.5, 0.68, 1.9, 0.06), 0.12)
  const bone = stroke(x, y, [0.2, -0.25, 0.16], [0.02, 1.2, 0.105])
  const neck = stroke(x, y, [0.16, -0.24, 0.15], [-0.22, -0.55, 0.13])
  const head = ellipse(x, y, -0.31, -0.62, 0.21, 0.21)
  const tip = ellipse(x, y, 0.3, -0.42, 0.14, 0.2, 0.3)
  const cup = ring(ellipse(x, y, -0.31, -0.64, 0.27, 0.27), 0.028)
  const pelvis = ellipse(x, y, -0.72, -0.75, 0.42, 0.34, 0.6)
  const grain = noiseOf(62)(x * 34 + y * 14, y * 34 - x * 14)
  const inner = Math.max(edge(neck, 0.03), edge(head, 0.02), edge(tip, 0.03))
  const spongy = inner * (0.31 + 0.035 * grain)
  const below = edge(-0.12 - y, 0.3)
  const top = edge(bone, 0.02) * (0.31 + 0.035 * grain) * (1 - below)
  return (
    0.05 +
    0.26 * flesh +
    shade(x, y, 63) +
    Math.max(shaft(bone, 0.035, 0.34) * below + top, spongy) +
    0.2 * edge(cup, 0.02) * edge(y + 0.62, 0.1) +
    0.22 * edge(pelvis, 0.05)
  )
}

export function crKnee(x0, y0) {
  const [x, y] = wobble(71, 0.015, 2)(x0, y0)
  const flesh = edge(ellipse(x, y, 0, 0, 0.58 + 0.06 * y * y, 1.8), 0.1)
  const thigh = stroke(x, y, [0, -1.2, 0.15], [0, -0.36, 0.2])
  const shin = stroke(x, y, [0.01, 0.4, 0.19], [0.02, 1.2, 0.14])
  const rounds = Math.min(ellipse(x, y, -0.19, -0.18, 0.22, 0.19), ellipse(x, y, 0.19, -0.18, 0.22, 0.19))
  const condyles = Math.min(rounds, stroke(x, y, [0, -0.68, 0.15], [0, -0.3, 0.33]))
  const cut = Math.max(ellipse(x, y, 0, 0.24, 0.41, 0.2), -(y - 0.075))
  const plateau = Math.max(Math.min(cut, stroke(x, y, [0, 0.24, 0.36], [0.01, 0.72, 0.16])), -(y - 0.075))
  const spine = Math.min(
    stroke(x, y, [-0.05, 0.12, 0.03], [-0.035, 0.04, 0.012]),
    stroke(x, y, [0.06, 0.12, 0.03], [0.045, 0.05, 0.012]),
  )
  const kneecap = ellipse(x, y, 0.02, -0.3, 0.17, 0.19)
  const fibula = stroke(x, y, [0.37, 0.4, 0.065], [0.33, 1.2, 0.05])
  const grain = noiseOf(72)(x * 36, y * 36)
  const ends = Math.max(edge(condyles, 0.02), edge(plateau, 0.018), edge(spine, 0.014))
  const rim = Math.max(edge(ring(condyles, 0.014), 0.014), edge(ring(plateau, 0.016), 0.014)) * 0.1
  return (
    0.05 +
    0.24 * flesh +
    shade(x, y, 73) +
    Math.max(
      shaft(thigh, 0.045, 0.26) * edge(y + 0.52, 0.16),
      shaft(shin, 0.045, 0.26) * edge(0.56 - y, 0.16),
      ends * (0.36 + 0.03 * grain) + rim,
    ) +
    0.1 * edge(kneecap, 0.02) +
    0.7 * shaft(fibula, 0.03, 0.3)
  )
}

const gland = (x, y, seed) => {
  const cloud = cloudOf(seed, 5)
  const strand = Math.max(0, 1 - 6 * Math.abs(cloud(x * 3.2 + 5, y * 2.4)))
  return 0.16 * Math.max(0, cloud(x * 2.1, y * 1.7) + 0.15) + 0.12 * strand + 0.05 * cloud(x * 11, y * 11)
}

export function mgMlo(x0, y0) {
  const [x, y] = wobble(81, 0.03, 1.6)(x0, y0)
  const breast = Math.max(ellipse(x, y, -1, 0.2, 1.42, 0.98, 0.12), -1 - x)
  const muscle = stroke(x, y, [-1.05, -1.3, 0.62], [-1.02, 0.25, 0.04])
  const dense = edge(ellipse(x, y, -0.32, 0.22, 0.52, 0.5), 0.4)
  const spot = 0.3 * edge(ellipse(x, y, -0.2, 0.08, 0.045, 0.04), 0.03)
  const skin = 0.1 * edge(ring(breast + 0.015, 0.012), 0.012)
  return (
    edge(breast, 0.05) * (0.2 + dense * (0.18 + 2 * gland(x, y, 82)) + 0.4 * gland(x, y, 84) + spot) +
    0.42 * edge(muscle, 0.1) * edge(breast, 0.05) +
    skin
  )
}

export function mgCc(x0, y0) {
  const [x, y] = wobble(91, 0.03, 1.6)(x0, y0)
  const breast = Math.max(ellipse(x, y, -1, 0, 1.45, 0.86), -1 - x)
  const dense = edge(ellipse(x, y, -0.3, -0.08, 0.55, 0.46), 0.42)
  const chalk = [
    [-0.12, -0.2],
    [-0.08, -0.17],
    [-0.1, -0.14],
    [-0.05, -0.21],
  ]
  const dots = chalk.reduce((sum, [cx, cy]) => sum + 0.45 * edge(ellipse(x0, y0, cx, cy, 0.011, 0.011), 0.01), 0)
  const skin = 0.1 * edge(ring(breast + 0.015, 0.012), 0.012)
  return edge(breast, 0.05) * (0.2 + dense * (0.16 + 2.1 * gland(x, y, 92)) + 0.4 * gland(x, y, 94) + dots) + skin
}
