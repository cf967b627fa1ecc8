import type { TextKind } from './rules/in-force'

type Fact<Type extends string, Stream extends string, Data extends object> = {
  readonly type: `agreements.${Type}`
  readonly stream: `${Stream}:${string}`
  readonly subjectId: string
  readonly data: Data
}

type Version = { readonly kind: TextKind; readonly version: number }

/** What happens to texts, to who accepts them, and to signed documents: ids and codes only; reasons stand in the rows. */
export const happened = {
  textAccepted: (personId: string, textId: string, data: Version): Fact<'text-accepted', 'acceptances', Version> => ({
    type: 'agreements.text-accepted',
    stream: `acceptances:${personId}`,
    subjectId: textId,
    data,
  }),
} as const
