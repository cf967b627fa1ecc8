import type { Key } from './leaders'

export type Wish = {
  key: string
  by: Key
  type: 'project' | 'fellowship' | 'network-partner' | 'clinical-evaluation'
  name: string
  institution: string
  description: string
  partners?: readonly string[]
  /** Days before the demonstration on which it was approved, and days from now on which it ends. */
  approved: number
  ends: number
  /** Days from now on which it begins; the day of its approval unless said. */
  begins?: number
  gpuWeeks?: number
  listed?: true
  hiddenOnSheet?: true
}

const linkoping = 'Linköping University'

/** The demonstration's projects: of all kinds, begun over more than the past half year. All are made up, and say so. */
export const wishes = [
  {
    key: 'lung-nodules',
    by: 'petra',
    type: 'project',
    name: 'Demo lung nodules',
    institution: linkoping,
    description: 'Finding small nodules in chest CT, and following them from one examination to the next.',
    partners: ['Region Östergötland'],
    approved: 420,
    ends: 555,
    listed: true,
  },
  {
    key: 'stroke',
    by: 'hjalmar',
    type: 'clinical-evaluation',
    name: 'Clinical evaluation: Stroke on call',
    institution: 'Uppsala University',
    description: 'How much time a second look by a machine saves in acute head CT at night.',
    approved: 400,
    ends: 220,
    gpuWeeks: 12,
    listed: true,
  },
  {
    key: 'fractures',
    by: 'petra',
    type: 'fellowship',
    name: 'Fellowship: Bone fractures',
    institution: linkoping,
    description: 'Fractures that are missed in plain radiographs of wrist and ankle, and why.',
    partners: ['Region Östergötland', 'Karolinska Institutet'],
    approved: 176,
    ends: 400,
    listed: true,
  },
  {
    key: 'retina',
    by: 'iris',
    type: 'fellowship',
    name: 'Fellowship: Retina grading',
    institution: 'Umeå University',
    description: 'Grading of fundus photographs in diabetes by two readers and a model.',
    approved: 172,
    ends: 190,
    listed: true,
  },
  {
    key: 'chest',
    by: 'lena',
    type: 'project',
    name: 'Chest radiographs in the right order',
    institution: 'Karolinska Institutet',
    description: 'Which chest radiographs of an emergency ward should be read first.',
    partners: ['KTH Royal Institute of Technology'],
    approved: 165,
    ends: 560,
    listed: true,
  },
  {
    key: 'mammography',
    by: 'maja',
    type: 'project',
    name: 'Mammography with one reader less',
    institution: 'Sahlgrenska University Hospital',
    description: 'Screening mammography read by one person and a model, against two people.',
    approved: 150,
    ends: 500,
    hiddenOnSheet: true,
  },
  {
    key: 'halland',
    by: 'pontus',
    type: 'network-partner',
    name: 'Network partner: Pathology in Halland',
    institution: 'Region Halland',
    description: 'Trying out models of others on slides of a smaller laboratory.',
    approved: 140,
    ends: 300,
    listed: true,
  },
  {
    key: 'liver',
    by: 'lev',
    type: 'project',
    name: 'Liver lesions over a year',
    institution: 'Lund University',
    description: 'Following liver lesions through MR examinations a year apart.',
    partners: ['Region Skåne'],
    approved: 125,
    ends: 480,
    listed: true,
  },
  {
    key: 'prostate',
    by: 'gustav',
    type: 'fellowship',
    name: 'Fellowship: Prostate slides',
    institution: 'KTH Royal Institute of Technology',
    description: 'Gleason grading that says how sure it is.',
    approved: 100,
    ends: 330,
    listed: true,
  },
  {
    key: 'knees',
    by: 'nora',
    type: 'project',
    name: 'Knees before and after surgery',
    institution: 'Lund University',
    description: 'Whether MR before surgery tells who will walk without pain a year after it.',
    approved: 90,
    ends: 600,
  },
  {
    key: 'skin',
    by: 'dana',
    type: 'fellowship',
    name: 'Fellowship: Skin lesions',
    institution: linkoping,
    description: 'Dermoscopy with histology as the answer.',
    approved: 40,
    ends: 340,
    listed: true,
  },
  {
    key: 'thyroid',
    by: 'ulla',
    type: 'network-partner',
    name: 'Network partner: Thyroid ultrasound',
    institution: 'University of Gothenburg',
    description: 'A model for ultrasound of the thyroid, on the machines of three hospitals.',
    approved: 12,
    begins: 21,
    ends: 380,
    listed: true,
  },
] as const satisfies readonly Wish[]

export type ProjectKey = (typeof wishes)[number]['key']
