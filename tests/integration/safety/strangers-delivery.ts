import { newId } from '@/lib/platform/id'

/** Right input for every command about the files of a dataset, none of which a stranger may give. */
export function deliveryInputs(slug: string): Readonly<Record<string, unknown>> {
  const listed = { slug, version: '1.0.0', path: 'a.csv' }
  const sha256 = 'a'.repeat(64)
  return {
    'delivery.add-file': { ...listed, kept: { id: newId(), storage: 'database', key: 'data/x', size: 1, sha256 } },
    'delivery.register-file': { ...listed, key: 'data/x', size: 1, sha256 },
    'delivery.remove-file': { ...listed, file: newId() },
    'delivery.copy-files': { ...listed, from: '0.9' },
    'delivery.publish-files': listed,
    'delivery.verify-file': { file: newId() },
    'delivery.record-sharing': { grant: newId(), sharedOn: '2026-11-01' },
    'delivery.make-link': { slug },
    'delivery.begin-download': { file: newId(), link: 'x'.repeat(43) },
  }
}
