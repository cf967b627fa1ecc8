import type { Decision } from '../../../lib/ethics/rules/status'
import type { Key } from '../projects/leaders'
import type { ProjectKey } from '../projects/wishes'

export type Stage = 'verified' | 'waiting' | 'returned' | 'draft'

/** An approval of the story; days are counted from the beginning of the demonstration, those before it negative. */
export type Told = {
  readonly key: string
  readonly project: ProjectKey
  readonly by: Key
  readonly number: string
  readonly title: string
  readonly decision?: Decision
  readonly conditions?: string
  readonly decided: number
  readonly started?: number
  readonly ends?: number
  readonly datasets: readonly string[]
  readonly stage: Stage
  /** The key of the approval that it amends. */
  readonly amends?: string
  readonly country?: string
  readonly authority?: string
}

/** Legal force comes three weeks after the decision, in the story. */
export const untilForce = 24

/** Approvals at each stage. None of them was ever given: all are made up, and say so. */
export const told: readonly Told[] = [
  {
    key: 'nodules',
    project: 'lung-nodules',
    by: 'petra',
    number: '2025-01234-01',
    title: 'Small nodules in chest CT and their growth',
    decided: -410,
    started: -370,
    ends: 700,
    datasets: ['ctpa', 'drli'],
    stage: 'verified',
  },
  {
    key: 'nodules-sites',
    project: 'lung-nodules',
    by: 'petra',
    number: '2026-00456-02',
    title: 'Small nodules in chest CT and their growth: a further site',
    decided: -150,
    ends: 1100,
    datasets: ['ctpel'],
    stage: 'verified',
    amends: 'nodules',
  },
  {
    key: 'nodules-method',
    project: 'lung-nodules',
    by: 'petra',
    number: '2026-03789-02',
    title: 'Small nodules in chest CT and their growth: a new method',
    decided: -40,
    datasets: ['ctskull'],
    stage: 'waiting',
    amends: 'nodules',
  },
  {
    key: 'fractures',
    project: 'fractures',
    by: 'petra',
    number: '2026-02222-01',
    title: 'Missed fractures in radiographs of wrist and ankle',
    decided: -60,
    started: -20,
    datasets: ['affai'],
    stage: 'waiting',
  },
  {
    key: 'chest',
    project: 'chest',
    by: 'lena',
    number: '2026-00777-01',
    title: 'The order of chest radiographs in an emergency ward',
    decided: -120,
    started: -80,
    datasets: ['drli'],
    stage: 'returned',
  },
  {
    key: 'mammography',
    project: 'mammography',
    by: 'maja',
    number: '2025-04141-01',
    title: 'Screening mammography with one reader and a model',
    decision: 'approved-with-conditions',
    conditions:
      'Women who opt out of research registers are left out.\nThe model’s reading is shown to nobody before the reader’s own.',
    decided: -260,
    started: -130,
    ends: 900,
    datasets: ['mbtst-dm'],
    stage: 'verified',
  },
  {
    key: 'liver',
    project: 'liver',
    by: 'lev',
    number: '2024-05050-01',
    title: 'Liver lesions in MR examinations a year apart',
    decided: -730 + 25 - untilForce,
    datasets: ['megre'],
    stage: 'verified',
  },
  {
    key: 'stroke',
    project: 'stroke',
    by: 'hjalmar',
    number: '2019-03131',
    title: 'A second look by a machine in acute head CT at night',
    decided: -1500,
    started: -1400,
    ends: -20,
    datasets: ['ctskull'],
    stage: 'verified',
  },
  {
    key: 'halland',
    project: 'halland',
    by: 'pontus',
    number: 'REK 2026/118-B',
    title: 'Slides of a smaller laboratory, with partners in Norway',
    country: 'NO',
    authority: 'Regionale komiteer for medisinsk og helsefaglig forskningsetikk',
    decided: -110,
    started: -60,
    ends: 500,
    datasets: ['lnco2'],
    stage: 'verified',
  },
  {
    key: 'skin',
    project: 'skin',
    by: 'dana',
    number: '2026-05566-01',
    title: 'Dermoscopy with histology as the answer',
    decided: -15,
    datasets: ['bccc'],
    stage: 'draft',
  },
]
