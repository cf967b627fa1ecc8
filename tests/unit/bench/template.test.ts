import { expect, test } from 'vitest'
import { type Recording, templateOf, written } from '../../bench/booking/template'

const ids = {
  a: '11111111-1111-7111-8111-111111111111',
  b: '22222222-2222-7222-8222-222222222222',
  same: '33333333-3333-7333-8333-333333333333',
}
const begun = Date.UTC(2026, 10, 27, 12)
const recording = (slot: string, id: string, at: number, more: Partial<Recording> = {}): Recording => ({
  at,
  known: { slot, week: '2026-12-07' },
  statements: [
    { name: 'limit', text: 'INSERT', values: [`writes:${ids.same}`, String(at + 60_003)] },
    { name: '', text: 'BEGIN', values: [] },
    { name: '', text: 'SELECT', values: [`{"${slot}"}`, '{"2026-12-07"}', null] },
    {
      name: '',
      text: 'JOURNAL',
      values: [`{"id": "${id}", "at": "${written(at + 4, 'TZ')}", "cells": ["${slot}", "${id}"]}`],
    },
  ],
  ...more,
})
const one = recording('slot-one', ids.a, begun)
const two = recording('slot-two', ids.b, begun + 500)
const never = () => false

test('tells the request, the clock and chance apart from what stays the same', () => {
  const [limit, begin, select, journal] = templateOf(one, two, never)
  expect(begin?.values).toEqual([])
  expect(limit?.values).toEqual([
    [{ is: 'text', text: `writes:${ids.same}` }],
    [{ is: 'now', offset: 60_003, form: 'epoch' }],
  ])
  expect(select?.values).toEqual([
    [
      { is: 'text', text: '{"' },
      { is: 'known', name: 'slot' },
      { is: 'text', text: '"}' },
    ],
    [
      { is: 'text', text: '{"' },
      { is: 'known', name: 'week' },
      { is: 'text', text: '"}' },
    ],
    null,
  ])
  const pieces = journal?.values[0] ?? []
  expect(pieces.filter(({ is }) => is === 'fresh')).toEqual([
    { is: 'fresh', number: 0 },
    { is: 'fresh', number: 0 },
  ])
  expect(pieces).toContainEqual({ is: 'now', offset: 4, form: 'TZ' })
})

test.each([
  ['TZ', '2026-11-27T12:00:00.004Z'],
  ['T+00:00', '2026-11-27T12:00:00.004+00:00'],
  [' ', '2026-11-27 12:00:00.004'],
  ['epoch', String(begun + 4)],
])('writes a moment in the form %j', (form, text) => {
  expect(written(begun + 4, form)).toBe(text)
  const [step] = templateOf(
    { at: begun, known: {}, statements: [{ name: '', text: 'NOW', values: [text] }] },
    { at: begun + 9, known: {}, statements: [{ name: '', text: 'NOW', values: [written(begun + 13, form)] }] },
    never,
  )
  expect(step?.values).toEqual([[{ is: 'now', offset: 4, form }]])
})

test('refuses what it cannot explain', () => {
  const secret = (text: string) => ({ ...one, statements: [{ name: '', text: 'KEY', values: [text] }] })
  expect(() => templateOf(secret('abc'), secret('xyz'), never)).toThrow('cannot be explained: abc')
  expect(templateOf(secret('abc'), secret('xyz'), () => true)).toHaveLength(1)
  expect(() => templateOf(one, secret('abc'), never)).toThrow('other statements')
})
