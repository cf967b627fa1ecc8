import { geoNaturalEarth1, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import atlas from 'world-atlas/countries-110m.json'
import { dots, lettersOf } from './country-codes'

export const MAP_WIDTH = 960
export const MAP_HEIGHT = 440
const ANTARCTICA = 'AQ'

type Atlas = Parameters<typeof feature>[0]
type Collection = Extract<Atlas['objects'][string], { type: 'GeometryCollection' }>

function countriesOfTheWorld() {
  const world = atlas as unknown as Atlas & { objects: { countries: Collection } }
  return feature(world, world.objects.countries).features.filter(({ id }) => lettersOf(id) !== ANTARCTICA)
}

function draw() {
  const countries = countriesOfTheWorld()
  const projection = geoNaturalEarth1().fitSize([MAP_WIDTH, MAP_HEIGHT], {
    type: 'FeatureCollection',
    features: countries,
  })
  const path = geoPath(projection).digits(0)
  const shapes = countries.map((country) => ({ country: lettersOf(country.id) ?? '', path: path(country) ?? '' }))
  const spots = Object.entries(dots).map(([country, [longitude, latitude]]) => {
    const [x = 0, y = 0] = projection([longitude, latitude]) ?? []
    return { country, x: Math.round(x), y: Math.round(y) }
  })
  return { shapes, spots }
}

let drawn: ReturnType<typeof draw> | undefined

/** Every country as a path on a map of MAP_WIDTH by MAP_HEIGHT (Natural Earth projection, which leaves Europe room), and dots for the small ones. */
export function worldShapes() {
  drawn ??= draw()
  return drawn
}
