type Fact<Type extends string, Stream extends string, Data extends object> = {
  readonly type: `booking.${Type}`
  readonly stream: `${Stream}:${string}`
  readonly subjectId: string
  readonly data: Data
}

/** Makes a fact of booking: its type, the aggregate it belongs to, and what else is to be known, as ids and codes. */
export const fact = <Type extends string, Stream extends string, const Data extends object>(
  type: Type,
  stream: Stream,
  id: string,
  data: Data,
): Fact<Type, Stream, Data> => ({ type: `booking.${type}`, stream: `${stream}:${id}`, subjectId: id, data })
