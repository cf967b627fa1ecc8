import { existsSync, readdirSync, statSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { isRor } from '@/lib/platform/identifiers/ror'
import register from '@/prisma/seed/datasets.json'
import { citationFile, isCitationFormat } from './citation-forms'
import { duoLabel, oboUrl } from './duo'
import { examplesFor } from './examples'
import { rorOfHolder } from './holder-ror'
import { growthByQuarter } from './metrics/quarters'
import { isMetricsSheet, metricsCsv } from './metrics/sheets'

describe('example images', () => {
  it('are there for every dataset of the register, small, and none lies about unused', () => {
    const shown = register.datasets.flatMap(({ modality, organ }) =>
      examplesFor(
        modality,
        organ.map(({ name }) => name),
        4,
      ),
    )
    const files = new Set(shown.map(({ file }) => file))
    expect([...files].filter((file) => !existsSync(`public/examples/${file}`))).toEqual([])
    expect([...files].sort()).toEqual(readdirSync('public/examples').sort())
    for (const file of files) expect(statSync(`public/examples/${file}`).size).toBeLessThanOrEqual(40_000)
  })

  test.each([
    [['CT'], ['Liver'], ['ct-abdomen']],
    [['CT'], ['Toe'], ['ct-chest']],
    [['SM'], ['Colon'], ['sm-glands', 'sm-tissue']],
    [['US'], ['Liver'], []],
    [['toString'], ['Liver'], []],
  ])('%j of %j', (modalities, organs, keys) => {
    expect(examplesFor(modalities, organs, 2).map(({ key }) => key)).toEqual(keys)
  })
})

describe('codes', () => {
  it('read as their labels and resolve', () => {
    expect(duoLabel('DUO:0000021')).toBe('ethics approval required (IRB)')
    expect(duoLabel('DUO:9999999')).toBe('DUO:9999999')
    expect(oboUrl('UBERON:0002048')).toBe('http://purl.obolibrary.org/obo/UBERON_0002048')
  })

  it('of organisations are right ROR identifiers', () => {
    const holders = register.datasets.flatMap(({ copyrightHolders }) => copyrightHolders.map(({ name }) => name))
    const known = holders.map(rorOfHolder).filter((ror) => ror !== null)
    expect(known.length).toBeGreaterThan(5)
    expect(known.filter((ror) => !isRor(ror))).toEqual([])
    expect(rorOfHolder('constructor')).toBeNull()
  })
})

describe('files', () => {
  it('of citations are named after dataset and version', () => {
    expect(citationFile('ctpa', '1.0', 'csl-json')).toBe('aida-ctpa-1.0.json')
    expect([isCitationFormat('ris'), isCitationFormat('toString')]).toEqual([true, false])
  })

  it('of the metrics hold plain numbers', () => {
    const figures = {
      table: [{ group: 'total' as const, datasets: 2, scans: 30, annotations: 0, bytes: 12_300_000 }],
      sharing: [{ country: 'SE', events: 4, recorded: 1 }],
      growth: [{ date: '2019-04-08', datasets: 2, scans: 30, bytes: 12_300_000 }],
      matrix: { modalities: ['CT'], organs: ['Liver', 'Lung'], cells: [[1, 1]] },
      illustrative: true,
    }
    expect(metricsCsv(figures, 'table.csv')).toBe('group,datasets,scans,annotations,bytes\r\ntotal,2,30,0,12300000\r\n')
    expect(metricsCsv(figures, 'sharing.csv')).toBe('country,events_illustrative,events_recorded\r\nSE,3,1\r\n')
    expect(metricsCsv(figures, 'modality-organ.csv')).toBe('modality,Liver,Lung\r\nCT,1,1\r\n')
    expect([isMetricsSheet('growth.csv'), isMetricsSheet('valueOf')]).toEqual([true, false])
  })
})

test('growth by quarter leaves none out', () => {
  const point = (date: string, datasets: number) => ({ date, datasets, scans: 0, bytes: 0 })
  expect(growthByQuarter([point('2019-12-31', 1), point('2020-05-01', 2), point('2020-06-30', 4)])).toEqual([
    { quarter: '2019 Q4', datasets: 1 },
    { quarter: '2020 Q1', datasets: 1 },
    { quarter: '2020 Q2', datasets: 4 },
  ])
  expect(growthByQuarter([])).toEqual([])
})
