import type { GrowthPoint } from './pictures'

/** The quarter of a day as `2019 Q2`. */
const quarterOf = (day: string) => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3)
const nameOf = (quarter: number) => `${Math.floor(quarter / 4)} Q${(quarter % 4) + 1}`

/** What was published at the end of each quarter, from the first to the last in which something was: evenly spaced, none left out. */
export function growthByQuarter(points: readonly GrowthPoint[]): { quarter: string; datasets: number }[] {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return []
  const from = quarterOf(first.date)
  return Array.from({ length: quarterOf(last.date) - from + 1 }, (_, at) => ({
    quarter: nameOf(from + at),
    datasets: points.findLast(({ date }) => quarterOf(date) <= from + at)?.datasets ?? 0,
  }))
}
