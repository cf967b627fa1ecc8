import { normaliseDoi } from '@/lib/platform/identifiers/doi'
import { licenceCodes, normaliseLicence } from '../licences'
import { isModality, type Modality, modalities, normaliseModality } from '../modality'
import { organsInEnglish } from '../organs'
import type { Filter, FilterField } from './ast'

/** Names of fields in English and Swedish, and those of the old site; lower case. */
const aliases: Readonly<Record<string, FilterField>> = {
  modality: 'modality',
  modalitet: 'modality',
  organ: 'organ',
  subject: 'subject',
  ämne: 'subject',
  author: 'author',
  författare: 'author',
  keyword: 'keyword',
  keywords: 'keyword',
  nyckelord: 'keyword',
  title: 'title',
  titel: 'title',
  name: 'name',
  namn: 'name',
  doi: 'slug',
  slug: 'slug',
  licence: 'licence',
  license: 'licence',
  licens: 'licence',
  status: 'status',
  annotated: 'annotated',
  annoterad: 'annotated',
  year: 'year',
  år: 'year',
  date: 'year',
}

/** The field that a written name means, in any letter case; null when there is none. */
export function fieldNamed(name: string): FilterField | null {
  const key = name.toLocaleLowerCase('sv')
  return Object.hasOwn(aliases, key) ? (aliases[key] ?? null) : null
}

const statuses = { completed: 'Completed', avslutad: 'Completed', ongoing: 'Ongoing', pågående: 'Ongoing' } as const
const answers = { yes: 'yes', ja: 'yes', true: 'yes', '1': 'yes', no: 'no', nej: 'no', false: 'no', '0': 'no' } as const

function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T[] {
  const value = Object.hasOwn(table, key) ? table[key] : undefined
  return value === undefined ? [] : [value]
}

/** A code or name, else every code whose meaning holds the words: `tomography` is CT, PT and others. */
export function modalitiesMeant(text: string): Modality[] {
  const exact = normaliseModality(text)
  if (exact !== null) return [exact]
  const part = text.trim().toLocaleLowerCase('sv')
  if (part.length < 3) return []
  return Object.entries(modalities).flatMap(([code, { en, sv }]) =>
    isModality(code) && `${en} ${sv}`.toLocaleLowerCase('sv').includes(part) ? [code] : [],
  )
}

function licencesMeant(text: string) {
  const code = normaliseLicence(text) ?? normaliseLicence(`aida-${text}`)
  return licenceCodes.filter((known) => known === code)
}

/** A dataset's slug from its slug, its DOI or the address of its DOI; the whole DOI when it is somebody else's. */
function slugMeant(text: string): string[] {
  const doi = normaliseDoi(text)
  const key = (doi ?? text).toLowerCase().replace(/^10\.23698\/aida\//, '')
  return /^[a-z0-9][a-z0-9./-]*$/.test(key) ? [key] : []
}

/** `2019`, `2019-04`, `2019..2021`, `2019..`, `..2021`, `2019-2021`, `>2019`, `>=2019`, `<2021`, `<=2021`. */
function yearsMeant(text: string): { from: number | null; to: number | null } | null {
  const compare = /^([<>])(=?)(\d{4})$/.exec(text)
  if (compare !== null) {
    const bound = Number(compare[3])
    const step = compare[2] === '=' ? 0 : 1
    return compare[1] === '>' ? { from: bound + step, to: null } : { from: null, to: bound - step }
  }
  const range = /^(\d{4})?(?:\.\.\.?|-|–)(\d{4})?$/.exec(text)
  if (range !== null && (range[1] ?? range[2]) !== undefined) {
    const [from, to] = [range[1], range[2]].map((year) => (year === undefined ? null : Number(year)))
    return { from: from ?? null, to: to ?? null }
  }
  const year = /^(\d{4})(-\d{2}){0,2}$/.exec(text)?.[1]
  return year === undefined ? null : { from: Number(year), to: Number(year) }
}

const inOrder = (years: { from: number | null; to: number | null }) =>
  years.from !== null && years.to !== null && years.from > years.to ? { from: years.to, to: years.from } : years

const textMeant = (key: string): string[] => (/[\p{L}\p{N}]/u.test(key) ? [key.replace(/\*+$/, '')] : [])

/** As written, or the English name that the register keeps where a Swedish one was written: `lunga` is also `lung`. */
const organsMeant = (texts: string[]): string[] => [
  ...texts,
  ...texts.flatMap((text) => organsInEnglish(text).flatMap(({ english }) => (english.includes(text) ? [] : [english]))),
]

/** The values that the field can understand of those written; null for a value that means nothing there. */
function meaning(field: Exclude<FilterField, 'year'>, text: string): readonly string[] {
  const key = text.trim().toLocaleLowerCase('sv')
  switch (field) {
    case 'modality':
      return modalitiesMeant(text)
    case 'licence':
      return licencesMeant(text)
    case 'status':
      return lookUp(statuses, key)
    case 'annotated':
      return lookUp(answers, key)
    case 'slug':
      return slugMeant(text)
    case 'organ':
      return organsMeant(textMeant(key))
    default:
      return textMeant(key)
  }
}

/** The filter for a field and its written values, and the values that mean nothing there. */
export function understand(field: FilterField, texts: readonly string[], excluded: boolean) {
  if (field === 'year') {
    const years = texts.length === 1 ? yearsMeant((texts[0] ?? '').trim()) : null
    if (years === null) return { filter: null, unknown: texts }
    return { filter: { field, excluded, ...inOrder(years) } satisfies Filter, unknown: [] }
  }
  const meant = texts.map((text) => ({ text, values: meaning(field, text) }))
  const values = [...new Set(meant.flatMap((each) => each.values))]
  const unknown = meant.filter((each) => each.values.length === 0).map((each) => each.text)
  // The switch above yields exactly the values of the field's own type.
  const filter = values.length === 0 ? null : ({ field, values, excluded } as Filter)
  return { filter, unknown }
}
