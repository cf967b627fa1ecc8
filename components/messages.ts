import { type Formatters, IntlMessageFormat } from 'intl-messageformat'
import { createElement, Fragment, type ReactNode } from 'react'
import { messages as archive } from '@/components/access/archive/messages'
import { messages as purposePage } from '@/components/access/duo/messages'
import { messages as answersWords } from '@/components/access/form/messages'
import { messages as formPages } from '@/components/access/forms/messages'
import { messages as queuePage } from '@/components/access/queue/messages'
import { messages as requestPages } from '@/components/access/request/messages'
import { messages as handlingPages } from '@/components/access/request/messages-handling'
import { messages as statisticsPage } from '@/components/access/statistics/messages'
import { messages as systemPages } from '@/components/access/systems/messages'
import { messages as termsPages } from '@/components/access/terms/messages'
import { messages as workflowPages } from '@/components/access/workflow/messages'
import { messages as agreementPages } from '@/components/agreements/messages'
import { messages as bookingPages } from '@/components/booking/messages'
import { messages as dataset } from '@/components/catalogue/dataset/messages'
import { messages as metrics } from '@/components/catalogue/metrics/messages'
import { messages as search } from '@/components/catalogue/search/messages'
import { messages as computePages } from '@/components/compute/messages'
import { messages as filePages } from '@/components/delivery/messages'
import { messages as ethicsPages } from '@/components/ethics/messages'
import { messages as priorities } from '@/components/priorities/messages'
import { messages as projectPages } from '@/components/projects/messages'
import { messages as reference } from '@/components/reference/messages'
import { messages as shell } from '@/components/shell/messages'
import { messages as stewardship } from '@/components/stewardship/messages'
import { THIN_SPACE } from '@/components/ui/format'
import { messages as ui } from '@/components/ui/messages'
import { messages as dataUse } from '@/lib/access/messages/duo'
import { messages as accessForms } from '@/lib/access/messages/forms'
import { messages as access } from '@/lib/access/messages/requests'
import { messages as agreements } from '@/lib/agreements/messages/agreements'
import { messages as booking } from '@/lib/booking/messages/booking'
import { messages as compute } from '@/lib/booking/messages/compute'
import { messages as catalogue } from '@/lib/catalogue/messages/catalogue'
import { messages as delivery } from '@/lib/delivery/messages/delivery'
import { messages as ethics } from '@/lib/ethics/messages/ethics'
import { messages as identity } from '@/lib/identity/messages'
import { messages as failures } from '@/lib/platform/failure-messages'
import type { Language, Messages } from '@/lib/platform/messages'
import { messages as projects } from '@/lib/projects/messages'

/** Every message of the portal in one table per language; a new module adds its own in both. */
export const table = {
  en: {
    ...identity.en,
    ...failures.en,
    ...ui.en,
    ...shell.en,
    ...reference.en,
    ...booking.en,
    ...catalogue.en,
    ...search.en,
    ...dataset.en,
    ...metrics.en,
    ...stewardship.en,
    ...priorities.en,
    ...projects.en,
    ...projectPages.en,
    ...agreements.en,
    ...access.en,
    ...requestPages.en,
    ...handlingPages.en,
    ...archive.en,
    ...termsPages.en,
    ...queuePage.en,
    ...statisticsPage.en,
    ...workflowPages.en,
    ...systemPages.en,
    ...agreementPages.en,
    ...bookingPages.en,
    ...compute.en,
    ...computePages.en,
    ...accessForms.en,
    ...dataUse.en,
    ...answersWords.en,
    ...delivery.en,
    ...ethics.en,
    ...ethicsPages.en,
    ...filePages.en,
    ...purposePage.en,
    ...formPages.en,
  },
  sv: {
    ...identity.sv,
    ...failures.sv,
    ...ui.sv,
    ...shell.sv,
    ...reference.sv,
    ...booking.sv,
    ...catalogue.sv,
    ...search.sv,
    ...dataset.sv,
    ...metrics.sv,
    ...stewardship.sv,
    ...priorities.sv,
    ...projects.sv,
    ...projectPages.sv,
    ...agreements.sv,
    ...access.sv,
    ...requestPages.sv,
    ...handlingPages.sv,
    ...archive.sv,
    ...termsPages.sv,
    ...queuePage.sv,
    ...statisticsPage.sv,
    ...workflowPages.sv,
    ...systemPages.sv,
    ...agreementPages.sv,
    ...bookingPages.sv,
    ...compute.sv,
    ...computePages.sv,
    ...accessForms.sv,
    ...dataUse.sv,
    ...answersWords.sv,
    ...delivery.sv,
    ...ethics.sv,
    ...ethicsPages.sv,
    ...filePages.sv,
    ...purposePage.sv,
    ...formPages.sv,
  },
} as const satisfies Messages

export type MessageKey = keyof typeof table.en
type Plain = string | number
type Values = Record<string, Plain>
type Rich = Record<string, Plain | ((chunks: ReactNode[]) => ReactNode)>

/** What `text` gives: call it for a sentence, `rich` for one with marked parts, `has` for a key made at run time, of one `language`. */
export interface Text {
  (key: MessageKey, values?: Values): string
  rich: (key: MessageKey, values: Rich) => ReactNode
  has: (key: string) => key is MessageKey
  readonly language: Language
}

/** Numbers inside messages are grouped by thin spaces, as everywhere else in the portal. */
class GroupedNumberFormat extends Intl.NumberFormat {
  override format(value: number | bigint | Intl.StringNumericLiteral) {
    return this.formatToParts(value)
      .map((part) => (part.type === 'group' ? THIN_SPACE : part.value))
      .join('')
  }
}

/** Makes each thing once for the same arguments: formats of numbers and plurals are dear to make. */
function kept<A extends unknown[], T>(make: (...args: A) => T): (...args: A) => T {
  const made = new Map<string, T>()
  return (...args) => {
    const key = JSON.stringify(args)
    const one = made.get(key) ?? make(...args)
    made.set(key, one)
    return one
  }
}

const formatters: Formatters = {
  getNumberFormat: kept((locale, options) => new GroupedNumberFormat(locale, options)),
  getDateTimeFormat: kept((...options) => new Intl.DateTimeFormat(...options)),
  getPluralRules: kept((...options) => new Intl.PluralRules(...options)),
}

const parse = (language: Language, key: MessageKey) =>
  new IntlMessageFormat(table[language][key], language, undefined, { formatters })

const keyed = (parts: ReactNode[]) => parts.map((part, at) => createElement(Fragment, { key: at }, part))

function build(language: Language): Text {
  const parsed = new Map<MessageKey, IntlMessageFormat>()
  const message = (key: MessageKey) => {
    const known = parsed.get(key) ?? parse(language, key)
    parsed.set(key, known)
    return known
  }
  return Object.assign((key: MessageKey, values?: Values) => String(message(key).format(values)), {
    rich: (key: MessageKey, values: Rich) => {
      const whole = message(key).format<ReactNode>(values)
      return Array.isArray(whole) ? keyed(whole) : whole
    },
    has: (key: string): key is MessageKey => Object.hasOwn(table[language], key),
    language,
  })
}

const texts: Partial<Record<Language, Text>> = {}

/** The sentences of one language, each parsed once per process. For the server: client components get strings. */
export function text(language: Language): Text {
  texts[language] ??= build(language)
  return texts[language]
}
