/** Random numbers from 0 to 1 that are the same every time (mulberry32). */
export function randomOf(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Smooth noise from -1 to 1 over the plane: values on a grid, eased between (value noise). */
export function noiseOf(seed) {
  const value = (i, j) => {
    let h = Math.imul(i, 374761393) + Math.imul(j, 668265263) + Math.imul(seed, 974634777)
    h = Math.imul(h ^ (h >>> 13), 1274126177)
    return ((h ^ (h >>> 16)) >>> 0) / 2147483648 - 1
  }
  const ease = (t) => t * t * (3 - 2 * t)
  return (x, y) => {
    const [i, j] = [Math.floor(x), Math.floor(y)]
    const [u, v] = [ease(x - i), ease(y - j)]
    const top = value(i, j) * (1 - u) + value(i + 1, j) * u
    const low = value(i, j + 1) * (1 - u) + value(i + 1, j + 1) * u
    return top * (1 - v) + low * v
  }
}

/** Noise of several scales at once, coarse to fine. */
export function cloudOf(seed, octaves = 4) {
  const layers = Array.from({ length: octaves }, (_, at) => noiseOf(seed + at * 101))
  return (x, y) => layers.reduce((sum, layer, at) => sum + layer(x * 2 ** at, y * 2 ** at) / 2 ** (at + 1), 0)
}

/** 1 inside, 0 outside, eased over `soft` on both sides of the edge; `d` is negative inside. */
export const edge = (d, soft) => {
  const t = Math.min(1, Math.max(0, 0.5 - d / (2 * soft)))
  return t * t * (3 - 2 * t)
}

/** How far outside an ellipse a point is, roughly in the plane's own unit; negative inside. `turn` in radians. */
export function ellipse(x, y, cx, cy, rx, ry, turn = 0) {
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  const [u, v] = [(c * (x - cx) + s * (y - cy)) / rx, (-s * (x - cx) + c * (y - cy)) / ry]
  return (Math.hypot(u, v) - 1) * Math.min(rx, ry)
}

/** How far a point is from the stroke from one point to another of the given half widths; negative inside. */
export function stroke(x, y, [ax, ay, aw], [bx, by, bw]) {
  const [dx, dy] = [bx - ax, by - ay]
  const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy) - (aw + t * (bw - aw))
}

export const blend = (under, over, share) => under + (over - under) * share
