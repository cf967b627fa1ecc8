import type { FormState } from '@/lib/platform/form'

const titles: Readonly<Record<string, string>> = {
  'content.title.en': 'titleEn',
  'content.title.sv': 'titleSv',
  'content.lead.en': 'leadEn',
  'content.lead.sv': 'leadSv',
}

/** Errors at the whole form's content as errors of the controls that the page has. */
export function withControls(state: FormState): FormState {
  if (!state.errors) return state
  const errors = Object.entries(state.errors).map(([path, said]) => [titles[path] ?? path, said])
  return { ...state, errors: Object.fromEntries(errors) }
}
