/** Round marks from zero to at least `max`, three to six of them, for an axis. */
export function axisMarks(max: number): number[] {
  if (max <= 0) return [0, 1]
  const rough = max / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
  const whole = max < 4 ? Math.max(1, Math.round(step)) : step
  return Array.from({ length: Math.ceil(max / whole) + 1 }, (_, at) => Number((at * whole).toPrecision(12)))
}
