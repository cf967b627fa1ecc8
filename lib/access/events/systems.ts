/** A fact about what other systems are told: ids and codes only. */
const about =
  <Data extends object>(stream: string) =>
  <Type extends string>(type: Type) =>
  (id: string, data: Data) =>
    ({ type: `access.${type}`, stream, subjectId: id, data }) as const

/** A fact about one connected system, in its own stream. */
const system =
  <Data extends object = Record<never, never>>() =>
  <Type extends string>(type: Type) =>
  (id: string, data: Data) =>
    ({ type: `access.${type}`, stream: `access-system:${id}`, subjectId: id, data }) as const

type Of = { readonly id: string; readonly reference: string }

/** A fact about one person's use of data by a request, in the stream of that request. */
const use =
  <Data extends object>() =>
  <Type extends string>(type: Type) =>
  (of: Of, data: Data & Use) =>
    ({
      type: `access.${type}`,
      stream: `request:${of.id}`,
      subjectId: of.id,
      data: { reference: of.reference, ...data },
    }) as const

type Use = { grant: string; dataset: string; person: string }
type Answer = 'yes' | 'no'

/** What happens to the keys of visas, to uses of data, and to the systems that are told of them. */
export const happened = {
  visaKeyMade: about<{ occasion: 'first' | 'age' | 'asked' | 'withdrawn' }>('visa-keys:hub')('visa-key-made'),
  /** `waited`: it was granted before, from this day on. */
  mayUse: use<{ until: string; again: Answer; waited?: 'yes' }>()('use-began'),
  endMoved: use<{ until: string }>()('use-changed'),
  /** `beneath`: by something under the grant, not by an act on it. */
  mayNoLonger: use<{ cause: string; beneath: Answer }>()('use-ended'),
  endsSoon: use<{ days: number; until: string; ending: string }>()('use-ends-soon'),
  systemRegistered: system<{ standing: number }>()('system-registered'),
  systemEdited: system<{ revision: number; enabled: Answer }>()('system-edited'),
  secretRenewed: system<{ former: 'signs' | 'withdrawn' }>()('system-secret-renewed'),
  systemRemoved: system()('system-removed'),
  replayed: system<{ delivery: string }>()('delivery-replayed'),
  acknowledged: system<{ delivery: string; grant: string; person: string; kind: string }>()('delivery-acknowledged'),
} as const
