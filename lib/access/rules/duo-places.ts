const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')
const area = [...union, 'IS', 'LI', 'NO']

const spread = (code: string): readonly string[] => (code === 'EU' ? union : code === 'EEA' ? area : [code])

/** Which of these places do not lie within those; a region lies within another when all its countries do. */
export function placesOutside(places: readonly string[], within: readonly string[]): readonly string[] {
  const inside = new Set(within.flatMap(spread))
  return places.filter((place) => !spread(place).every((country) => inside.has(country)))
}
