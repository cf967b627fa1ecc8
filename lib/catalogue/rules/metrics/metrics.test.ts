import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import register from '@/prisma/seed/datasets.json'
import type { Modality } from '../modality'
import { catalogueCounts, eventsByCountry, growth, modalityByOrgan } from './pictures'
import { isInGroup, metricsTable } from './table'

const shown = register.datasets.map((one) => ({ ...one, modalities: one.modality as Modality[], organs: one.organ }))
const sharing = register.datasets.map(({ externalSharingEvents }) => {
  const counts: [string, number][] = Object.entries(externalSharingEvents.byCountry)
  return { byCountry: Object.fromEntries(counts) }
})

describe('the metrics table', () => {
  it('sums the register as its own file does', () => {
    const { total, annotated, pathology, radiology } = register.meta.computed
    expect(metricsTable(shown).map(({ group, ...sums }) => sums)).toEqual(
      [total, annotated, pathology, radiology].map(({ size, ...sums }) => sums),
    )
  })

  it('counts 5 modalities, 13 organs, 29 countries and 153 sharing events', () => {
    expect(catalogueCounts(shown, sharing)).toEqual({ modalities: 5, organs: 13, countries: 29, sharingEvents: 153 })
  })

  it('takes the keyword exactly', () => {
    expect(isInGroup(['Weakly annotated'], 'annotated')).toBe(false)
    expect(isInGroup(['annotated'], 'annotated')).toBe(false)
    expect(isInGroup([], 'total')).toBe(true)
  })

  it('never-above-total: no group exceeds the total, and not stated counts as 0', () => {
    const count = fc.option(fc.nat(), { nil: null })
    const keywords = fc.subarray(['Annotated', 'Pathology', 'Radiology', 'Else'])
    const dataset = fc.record({ keywords, numberOfScans: count, numberOfAnnotations: count, bytes: count })
    fc.assert(
      fc.property(fc.array(dataset), (datasets) => {
        const [total, ...groups] = metricsTable(datasets)
        expect(total?.datasets).toBe(datasets.length)
        for (const group of groups) {
          expect(group.datasets).toBeLessThanOrEqual(total?.datasets ?? -1)
          expect(group.bytes).toBeLessThanOrEqual(total?.bytes ?? -1)
          expect(group.scans).toBeLessThanOrEqual(total?.scans ?? -1)
          expect(group.annotations).toBeLessThanOrEqual(total?.annotations ?? -1)
        }
      }),
    )
  })
})

describe('the pictures', () => {
  it('lists countries by events', () => {
    expect(eventsByCountry([{ byCountry: { SE: 2, NO: 1, FI: 0 } }, { byCountry: { DK: 1 } }])).toEqual([
      { country: 'SE', events: 2 },
      { country: 'DK', events: 1 },
      { country: 'NO', events: 1 },
    ])
  })

  it('grows to the total, a point for each day of publication', () => {
    const points = growth(shown)
    expect(points.at(-1)).toEqual({ date: '2023-03-17', datasets: 20, scans: 32_081, bytes: 12_300_045_431_422 })
    expect(points.length).toBe(new Set(shown.map((one) => one.datePublished)).size)
    expect(points.every((point, i) => i === 0 || point.date > (points[i - 1]?.date ?? ''))).toBe(true)
  })

  it('crosses modality with organ', () => {
    const { modalities, organs, cells } = modalityByOrgan(shown)
    expect([modalities, organs]).toEqual([register.meta.modalities, register.meta.organs])
    expect(cells[modalities.indexOf('SM')]?.[organs.indexOf('Breast')]).toBe(2)
    expect(cells.flat().reduce((a, b) => a + b)).toBe(20)
  })
})
