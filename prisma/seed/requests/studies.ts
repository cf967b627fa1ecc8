/** What a study of the story says of itself, by its title; the people and departments of it are invented, and named so. */
export type StudyWords = {
  readonly aims: string
  readonly data: string
  readonly selection: readonly Readonly<Record<string, string>>[]
  readonly parameters: readonly (readonly [parameter: string, reason: string])[]
}

const row = (parameter: string, reason: string) => [parameter, reason] as const

/** Without a word of their own, of those alone that no study needs. */
export const otherStudy: StudyWords = {
  aims: 'To see whether a model that was trained on one scanner holds on another.',
  data: 'All images of the dataset with their annotations, since the comparison is by case.',
  selection: [{ examination: 'CT', sex: 'any' }],
  parameters: [row('Age', 'To see groups of age apart'), row('Scanner', 'It is what is compared')],
}

export const studies: Readonly<Record<string, StudyWords>> = {
  'Follow-up of small nodules': {
    aims: 'Nodules below six millimetres are followed for years though few grow. We ask whether growth can be told from two examinations by a model that knows the scanner.',
    data: 'Chest CT with contrast, all series of 30 patients with the outlines of the emboli, as healthy tissue beside them is what we train on.',
    selection: [{ from: '2015-01-01', until: '2019-12-31', examination: 'CT thorax', sex: 'any', 'age-from': '45' }],
    parameters: [row('Slice thickness', 'Volumes are compared'), row('Age', 'Growth differs with age')],
  },
  'Dose and image quality': {
    aims: 'Lower doses leave noise that readers dislike. We measure how far the dose can be halved before three radiologists disagree more than they do today.',
    data: 'Brain CT with dose reports, one series per patient.',
    selection: [{ examination: 'CT head', sex: 'any', 'age-from': '18' }],
    parameters: [
      row('Tube current', 'It is what the dose follows'),
      row('Reconstruction kernel', 'It shapes the noise'),
    ],
  },
  'Lesions of the skin': {
    aims: 'To tell melanoma from harmless naevi in whole-slide images, and to show the pathologist on which cells the answer rests.',
    data: 'All slides of skin with the diagnosis; the outlines of regions where there are any.',
    selection: [{ examination: 'Skin excision', sex: 'any', 'age-from': '18', tissue: 'Skin' }],
    parameters: [row('Diagnosis', 'It is what is learnt'), row('Stain', 'Colours are set equal by it')],
  },
  'Grading of nodal metastases': {
    aims: 'AI support for the grading of lymph node metastases in colon cancer: does it spare the pathologist the search without missing small deposits?',
    data: 'Whole-slide images of lymph nodes from both collections, with the outlines of metastases, as the two differ in scanner and year.',
    selection: [
      {
        from: '2015-01-01',
        until: '2021-12-31',
        examination: 'Colon resection',
        sex: 'any',
        'age-from': '18',
        tissue: 'Lymph node',
      },
    ],
    parameters: [
      row('Size of the largest deposit', 'Small ones are what is missed'),
      row('Scanner', 'To test across them'),
    ],
  },
  'Breast density over time': {
    aims: 'Density predicts the risk of cancer. We ask how it changes between two rounds of screening, and whether the change says more than its level.',
    data: 'Mammograms and tomosynthesis of both rounds, with density as the readers gave it.',
    selection: [
      {
        from: '2010-01-01',
        until: '2020-12-31',
        examination: 'Mammography',
        sex: 'female',
        'age-from': '40',
        'age-to': '74',
      },
    ],
    parameters: [row('Age', 'Density falls with age'), row('Months between examinations', 'Change is per year')],
  },
  'Emboli by machine': {
    aims: 'To find emboli in the arteries of the lung, down to the subsegmental, and to rank a worklist by them so that the urgent are read first.',
    data: 'All examinations with the outlines of the emboli, as few patients have small ones.',
    selection: [{ examination: 'CT pulmonary angiography', sex: 'any', 'age-from': '18' }],
    parameters: [row('Age', 'Arteries stiffen'), row('Contrast phase', 'Late phases hide emboli')],
  },
  'Organs in CT': {
    aims: 'To outline the organs of the pelvis in CT, so that doses of radiation can be planned in minutes.',
    data: 'All scans of the pelvis with their landmarks; skin images to learn the surface.',
    selection: [{ examination: 'CT pelvis', sex: 'any' }],
    parameters: [row('Sex', 'Organs differ'), row('Voxel size', 'Outlines are resampled')],
  },
  'Faces from head CT': {
    aims: 'To reconstruct faces from CT of the head and compare them with photographs.',
    data: 'Head CT of the highest resolution, with the skin in it.',
    selection: [{ examination: 'CT head', sex: 'any' }],
    parameters: [row('Age', 'Faces age'), row('Photograph', 'It is compared with the reconstruction')],
  },
  'Pilot of a reader': {
    aims: 'To try with two readers whether a viewer for landmarks can be learnt in a day.',
    data: 'Ten scans of the pelvis with their landmarks.',
    selection: [{ examination: 'CT pelvis', sex: 'any' }],
    parameters: [row('Landmarks', 'They are what the readers set')],
  },
  'Copies elsewhere': {
    aims: 'To test whether a model for skin lesions holds on slides of another laboratory.',
    data: 'All slides of skin, with the diagnosis.',
    selection: [{ examination: 'Skin biopsy', sex: 'any', tissue: 'Skin' }],
    parameters: [row('Diagnosis', 'It is what is tested'), row('Laboratory', 'It is what differs')],
  },
  'Tissue and its diffusion': {
    aims: 'Diffusion in tissue is read as the density of its cells. We ask how far that holds, cell by cell, in slides of the same tissue.',
    data: 'All maps with their slides.',
    selection: [{ examination: 'Ex vivo MR', sex: 'any', tissue: 'Meningioma' }],
    parameters: [row('Stain', 'It says what is counted')],
  },
  'Chest and its rims': {
    aims: 'Findings at the rim of an examination are read less often. We ask how many there are, and whether a second look by a model finds them.',
    data: 'All series, whole, since the rims are what we look at.',
    selection: [{ examination: 'CT', sex: 'any', 'age-from': '18' }],
    parameters: [row('Field of view', 'It says where the rim is')],
  },
}
