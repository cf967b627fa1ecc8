import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, formatBytes as shownBytes } from '@/components/ui/format'
import { formatBytes } from '@/lib/catalogue/rules/figures'
import { metricsTable } from '@/lib/catalogue/rules/metrics/table'
import register from '@/prisma/seed/datasets.json'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

// Rules and pages may not import one another's formatter; here both are seen to write the same.
describe('figures as the page writes them', () => {
  it('reads on the register exactly as the hub says', () => {
    const read = metricsTable(register.datasets).map((row) =>
      [
        ...[row.datasets, row.scans, row.annotations].map((count) => formatNumber(count, 'en')),
        shownBytes(row.bytes, 'en'),
      ]
        .join(' / ')
        .replace(/[\u00a0\u202f]/g, ' '),
    )
    expect(read).toEqual([
      '20 / 32 081 / 39 093 / 12.3 TB',
      '11 / 4 190 / 38 401 / 1.80 TB',
      '9 / 11 881 / 34 020 / 10.74 TB',
      '11 / 20 200 / 5 073 / 1.56 TB',
    ])
  })

  it('as-on-the-page: records and pages write the same figure', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
        fc.constantFrom('en', 'sv'),
        (bytes, language) => {
          expect(plain(formatBytes(bytes, language))).toBe(plain(shownBytes(bytes, language)))
        },
      ),
    )
  })
})
