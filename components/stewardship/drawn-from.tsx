'use client'
import { useField } from '@/components/ui/form-context'

/**
 * The revision that the form's values were drawn from. It stays that one when the form comes back refused, even on a page drawn
 * anew: with a later one the old values would pass for changes to what others have saved since.
 */
export function DrawnFrom({ revision }: { revision: number }) {
  const { typed } = useField('expectedRevision')
  return <input type="hidden" name="expectedRevision" value={typed?.[0] ?? revision} readOnly />
}
