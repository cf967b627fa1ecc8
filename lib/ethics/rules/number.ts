const dash = /[\u2010-\u2015\u2212]/g
// A leading "Dnr", "Dnr:" or "Diarienummer" is how people copy it.
const leading = /^(?:dnr|diarienr|diarienummer)\.?\s*:?\s*/i

/** The forms as they are written, each with how a match is kept. The first that fits wins. */
const forms: readonly [RegExp, string][] = [
  // The Ethical Review Authority: with the number of the case since 2021, without it 2019–2020.
  [/^(20\d\d)-(\d{5})-(\d{2})$/, '$1-$2-$3'],
  [/^(20\d\d)-(\d{5})$/, '$1-$2'],
  // The regional boards before it.
  [/^(\d{4})\/(\d{1,4})-(\d{2})(\/\d)?$/, '$1/$2-$3$4'],
  [/^(\d{4})\/(\d{1,4})$/, '$1/$2'],
  [/^(T?)(\d{1,4})-(\d{2})$/, '$1$2-$3'],
  // The same with the other separator, where that cannot be read in two ways.
  [/^(20\d\d)[-/](\d{5})[-/](\d{2})$/, '$1-$2-$3'],
  [/^(20\d\d)\/(\d{5})$/, '$1-$2'],
  [/^(\d{4})[-/](\d{1,4})[-/](\d{2})$/, '$1/$2-$3'],
  [/^(\d{4})[-/](\d{1,4})[-/](\d{2})[-/](\d)$/, '$1/$2-$3/$4'],
  [/^(\d{4})-(\d{1}|\d{3,4})$/, '$1/$2'],
  [/^(T?)(\d{1,4})\/(\d{2})$/, '$1$2-$3'],
]

/**
 * A Swedish registration number of an ethics decision in its one written form, or null where it is none. Hyphen, en dash, slash and
 * a leading "Dnr" are accepted; the form it already has is left as it is.
 */
export function registrationNumber(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(leading, '')
    .replace(dash, '-')
    .replace(/\s*([-/])\s*/g, '$1')
  const said = plain.toUpperCase()
  const form = forms.find(([pattern]) => pattern.test(said))
  return form ? said.replace(form[0], form[1]) : null
}

/** Each written form with an example, for the words that say what is expected. */
export const numberExamples = [
  '2021-05794-01',
  '2019-02345',
  '2016/384-31',
  '2016/384-31/2',
  '2016/384',
  'T123-18',
] as const
