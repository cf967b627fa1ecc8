import { IntlMessageFormat } from 'intl-messageformat'
import type { Language, Messages } from './messages'

/** The sentences of one module in one language, outside of pages: for mail and files. */
export const sentences =
  <Table extends Messages>(table: Table, language: Language) =>
  (key: keyof Table['en'] & string, values: Record<string, string | number> = {}): string =>
    String(new IntlMessageFormat(table[language][key] ?? key, language).format(values))
