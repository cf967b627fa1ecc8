import { Purpose } from '../schema/duo'
import type { FormContent, FormField } from '../schema/forms'
import type { Answer, Answers } from '../schema/forms-answers'
import { type Finding, wrongs } from './forms-finding'
import { at, unstorable } from './forms-text'
import { type Judged, nothing } from './forms-values'

const isObject = (given: Answer): given is Readonly<Record<string, string | readonly string[]>> =>
  typeof given === 'object' && !Array.isArray(given)

const textsIn = (given: Readonly<Record<string, string | readonly string[]>>): string[] => Object.values(given).flat()

/** Without parts that say nothing, and one value of a list as it stands alone: so a page and a program that mean the same say the same. */
function tidied(given: Readonly<Record<string, string | readonly string[]>>): Answer {
  const parts = Object.entries(given).map(([key, value]) => {
    const said = [value].flat().filter((text) => text.trim() !== '')
    return [key, said.length > 1 ? said : said[0]] as const
  })
  return Object.fromEntries(parts.filter(([, said]) => said !== undefined)) as Answer
}

/** The purpose as it stands in an answer; null where it is none that could be read. */
export function purposeIn(answer: Answer | undefined): Purpose | null {
  const parsed = Purpose.safeParse(answer)
  return parsed.success ? parsed.data : null
}

/** The purpose that a form's answers state, where the form asks for one and it was answered. */
export function purposeOf(form: FormContent, answers: Answers): Purpose | null {
  const field = form.fields.find(({ kind }) => kind === 'data-use')
  return field && answers[field.key] !== undefined ? purposeIn(answers[field.key]) : null
}

/** The purpose of a request: its aim must be stated, and the diseases of disease specific research. */
export function judgePurpose(field: FormField, given: Answer): Judged {
  const part = (column: string | null) => ({ field: field.key, row: null, column })
  if (given === '') return nothing
  if (!isObject(given)) return { answer: undefined, findings: [at(part(null), 'unstorable', wrongs.shape)] }
  const texts = textsIn(given)
  if (texts.every((text) => text.trim() === '')) return nothing
  const kept = Object.entries(given).flatMap(([key, value]) =>
    [value].flat().flatMap((text) => unstorable(text, part(key))),
  )
  if (kept.length > 0) return { answer: undefined, findings: kept }
  const parsed = Purpose.safeParse(given)
  if (!parsed.success) {
    const findings = parsed.error.issues.map(
      ({ path, message }): Finding => at(part(String(path[0] ?? '')), 'wrong', message),
    )
    return { answer: tidied(given), findings }
  }
  const { aim, diseases } = parsed.data
  const findings: Finding[] = []
  if (aim === null && !field.optional) findings.push(at(part('aim'), 'missing', wrongs.required))
  if (aim === 'DUO:0000007' && diseases.length === 0) findings.push(at(part('diseases'), 'missing', wrongs.required))
  return { answer: tidied(given), findings }
}
