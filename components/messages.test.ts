import { IntlMessageFormat } from 'intl-messageformat'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { type MessageKey, table, text } from './messages'

const keys = Object.keys(table.en) as MessageKey[]
const LITERAL = 0
const POUND = 7

type Part = ReturnType<IntlMessageFormat['getAst']>[number]
const namesIn = (parts: Part[]): string[] =>
  parts.flatMap((part) => {
    const inner = [
      ...('options' in part ? Object.values(part.options).flatMap((option) => namesIn(option.value)) : []),
      ...('children' in part ? namesIn(part.children) : []),
    ]
    return part.type === LITERAL || part.type === POUND || !('value' in part) ? inner : [String(part.value), ...inner]
  })
const argumentsOf = (message: string) => namesIn(new IntlMessageFormat(message, 'en').getAst())

describe('the table', () => {
  test('has the same keys in both languages', () => {
    expect(Object.keys(table.sv).sort()).toEqual([...keys].sort())
    expect(keys.length).toBeGreaterThan(50)
  })

  test.each(keys)('%s parses and is not empty in both languages', (key) => {
    for (const language of ['en', 'sv'] as const) {
      expect(new IntlMessageFormat(table[language][key], language).getAst().length, language).toBeGreaterThan(0)
    }
  })

  test('no Swedish message asks for a value that the English one does not have', () => {
    const strangers = keys.filter((key) => {
      const given = argumentsOf(table.en[key])
      return argumentsOf(table.sv[key]).some((name) => !given.includes(name))
    })
    expect(strangers).toEqual([])
    expect(argumentsOf(table.en['home.figures.size'])).toEqual(['modalities', 'organs'])
  })
})

describe('text', () => {
  test('fills in values and plurals in each language', () => {
    const values = { modalities: 5, organs: 1300 }
    expect(text('en')('home.figures.size', values)).toBe('in 5 modalities, 1\u202f300 organs')
    expect(text('sv')('home.figures.size', { modalities: 1, organs: 2 })).toBe('i 1 modalitet, 2 organ')
  })

  test('knows which keys there are', () => {
    expect(text('en').has('shell.name')).toBe(true)
    expect(text('en').has('toString')).toBe(false)
  })

  test('puts marked parts where the caller wants them', () => {
    const link = (chunks: ReactNode[]) => createElement('a', { href: '/datasets' }, ...chunks)
    const sentence = createElement('p', null, text('en').rich('shell.missing.todo', { search: link }))
    expect(renderToStaticMarkup(sentence)).toBe('<p>You can <a href="/datasets">search the datasets</a>.</p>')
  })
})
