import { describe, expect, it } from 'vitest'
import { formatNumber } from '@/components/ui/format'
import { metricsTable } from '@/lib/catalogue/rules/metrics/table'
import { formatBytes } from '@/lib/platform/size'
import register from '@/prisma/seed/datasets.json'

describe('figures as the page writes them', () => {
  it('reads on the register exactly as the hub says', () => {
    const read = metricsTable(register.datasets).map((row) =>
      [
        ...[row.datasets, row.scans, row.annotations].map((count) => formatNumber(count, 'en')),
        formatBytes(row.bytes, 'en'),
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
})
