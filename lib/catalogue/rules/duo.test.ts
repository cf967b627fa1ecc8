import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { duoIds, duoLabel, duoTerms, isDuo } from './duo'

type Term = { id: string; code: string | null; label: string; kind: string; parents: string[] | null }
const file = path.join(import.meta.dirname, '../../../prisma/seed/duo.json')
const ontology = (JSON.parse(readFileSync(file, 'utf8')) as Term[]).filter(({ kind }) => kind !== 'root')

it('holds every term of the ontology with its code, label and kind, and no other', () => {
  expect([...duoIds].sort()).toEqual(ontology.map(({ id }) => id).sort())
  for (const { id, code, label, kind } of ontology) {
    if (!isDuo(id)) throw new Error(id)
    expect(duoTerms[id]).toMatchObject({ code, label, kind })
  }
})

it('has the ontology’s hierarchy of permissions', () => {
  for (const { id, parents, kind } of ontology) {
    if (!isDuo(id) || kind !== 'permission') continue
    const within = parents?.find((parent) => isDuo(parent))
    expect(duoTerms[id].within, id).toBe(within)
  }
})

it('names what it knows and leaves what it does not', () => {
  expect(duoLabel('DUO:0000021')).toBe('ethics approval required (IRB)')
  expect(duoLabel('DUO:9999999')).toBe('DUO:9999999')
  expect(isDuo('toString')).toBe(false)
})
