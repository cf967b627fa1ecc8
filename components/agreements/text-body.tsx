import { lexer, type Token, type Tokens } from 'marked'
import { createElement, Fragment, type ReactNode } from 'react'

const safeAddress = /^(https?:\/\/|mailto:|\/(?!\/))/i

/** What stands inside a line. Whatever is not known here, raw HTML before all, is shown as the letters that were written. */
function Inline({ tokens = [] }: { tokens?: Token[] }): ReactNode {
  return tokens.map((token, at) => <Fragment key={keyOf(token, at)}>{inline(token)}</Fragment>)
}

function inline(token: Token): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{<Inline tokens={token.tokens} />}</strong>
    case 'em':
      return <em>{<Inline tokens={token.tokens} />}</em>
    case 'br':
      return <br />
    case 'link':
      return safeAddress.test(token.href) ? <a href={token.href}>{<Inline tokens={token.tokens} />}</a> : token.raw
    case 'escape':
      return token.text
    case 'text':
      return token.tokens ? <Inline tokens={token.tokens} /> : token.raw
    default:
      return token.raw
  }
}

const keyOf = (token: Token, at: number): string => `${at} ${token.type}`

/** A title of the text stands below the page's own. */
const Heading = ({ depth, tokens }: Tokens.Heading) =>
  createElement(`h${Math.min(depth + 1, 6)}`, { className: 'mt-5 mb-1.5 first:mt-0' }, <Inline tokens={tokens} />)

function List({ ordered, start, items }: Tokens.List) {
  const entries = items.map((item, at) => (
    <li key={keyOf(item, at)}>
      <Blocks tokens={item.tokens} tight />
    </li>
  ))
  return ordered ? (
    <ol start={start === '' ? 1 : start} className="my-2 list-decimal pl-6">
      {entries}
    </ol>
  ) : (
    <ul className="my-2 list-disc pl-6">{entries}</ul>
  )
}

const words = (token: Token): ReactNode =>
  'tokens' in token && token.type !== 'blockquote' ? <Inline tokens={token.tokens} /> : token.raw

function Blocks({ tokens, tight }: { tokens: Token[]; tight?: boolean }): ReactNode {
  return tokens.map((token, at) => {
    const key = keyOf(token, at)
    if (token.type === 'space') return null
    if (token.type === 'heading') return <Heading key={key} {...(token as Tokens.Heading)} />
    if (token.type === 'list') return <List key={key} {...(token as Tokens.List)} />
    return tight ? (
      <Fragment key={key}>{words(token)}</Fragment>
    ) : (
      <p key={key} className="my-2">
        {words(token)}
      </p>
    )
  })
}

/** An agreement's text: headings, paragraphs and lists of Markdown, drawn as elements and never as HTML of the writer's. */
export function TextBody({ text, lang }: { text: string; lang: string }) {
  return (
    <div lang={lang} className="max-w-[75ch]">
      <Blocks tokens={lexer(text)} />
    </div>
  )
}
