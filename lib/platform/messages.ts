/** The languages people can read the portal in: English and Swedish. */
export const languages = ['en', 'sv'] as const
export type Language = (typeof languages)[number]

/** A module's sentences: flat keys prefixed by the module, ICU MessageFormat strings, the same keys in each language. */
export type Messages = Record<Language, Record<string, string>>

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)
