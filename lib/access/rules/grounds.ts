/**
 * Why a dataset is refused. The first four are the hub's; `unlawful`: unlawful processing can be assumed (OSL 21:7); `use`: the
 * purposes conflict with the conditions of use; `ethics`: no approval covers it.
 */
export const grounds = [
  'no-signatory',
  'no-scientist',
  'scientist-elsewhere',
  'institution-not-active',
  'unlawful',
  'ethics',
  'use',
  'other',
] as const
