/**
 * Acquisition modalities a dataset may state: DICOM PS3.16, context group CID 29, with its meanings in English (PS3.16)
 * and Swedish (ours).
 */
export const modalities = {
  AR: { en: 'Autorefraction', sv: 'Autorefraktion' },
  BDUS: { en: 'Ultrasound Bone Densitometry', sv: 'Bentäthetsmätning med ultraljud' },
  BI: { en: 'Biomagnetic Imaging', sv: 'Biomagnetisk avbildning' },
  BMD: { en: 'Bone Mineral Densitometry', sv: 'Bentäthetsmätning' },
  CFM: { en: 'Confocal Microscopy', sv: 'Konfokalmikroskopi' },
  CR: { en: 'Computed Radiography', sv: 'Datorradiografi' },
  CT: { en: 'Computed Tomography', sv: 'Datortomografi' },
  DG: { en: 'Diaphanography', sv: 'Diafanografi' },
  DMS: { en: 'Dermoscopy', sv: 'Dermatoskopi' },
  DX: { en: 'Digital Radiography', sv: 'Digital radiografi' },
  ECG: { en: 'Electrocardiography', sv: 'Elektrokardiografi' },
  EEG: { en: 'Electroencephalography', sv: 'Elektroencefalografi' },
  EMG: { en: 'Electromyography', sv: 'Elektromyografi' },
  EOG: { en: 'Electrooculography', sv: 'Elektrookulografi' },
  EPS: { en: 'Cardiac Electrophysiology', sv: 'Hjärtelektrofysiologi' },
  ES: { en: 'Endoscopy', sv: 'Endoskopi' },
  GM: { en: 'General Microscopy', sv: 'Allmän mikroskopi' },
  HD: { en: 'Hemodynamic Waveform', sv: 'Hemodynamisk kurva' },
  IO: { en: 'Intra-oral Radiography', sv: 'Intraoral radiografi' },
  IVOCT: { en: 'Intravascular Optical Coherence Tomography', sv: 'Intravaskulär optisk koherenstomografi' },
  IVUS: { en: 'Intravascular Ultrasound', sv: 'Intravaskulärt ultraljud' },
  KER: { en: 'Keratometry', sv: 'Keratometri' },
  LEN: { en: 'Lensometry', sv: 'Linsmätning' },
  LS: { en: 'Laser Scan', sv: 'Laserskanning' },
  MG: { en: 'Mammography', sv: 'Mammografi' },
  MR: { en: 'Magnetic Resonance', sv: 'Magnetisk resonans' },
  NM: { en: 'Nuclear Medicine', sv: 'Nuklearmedicin' },
  OAM: { en: 'Ophthalmic Axial Measurements', sv: 'Axiala ögonmätningar' },
  OCT: { en: 'Optical Coherence Tomography', sv: 'Optisk koherenstomografi' },
  OP: { en: 'Ophthalmic Photography', sv: 'Ögonfotografi' },
  OPM: { en: 'Ophthalmic Mapping', sv: 'Ögonkartläggning' },
  OPT: { en: 'Ophthalmic Tomography', sv: 'Ögontomografi' },
  OPTBSV: { en: 'Ophthalmic Tomography B-scan Volume Analysis', sv: 'Ögontomografi, volymanalys av B-skanningar' },
  OPTENF: { en: 'Ophthalmic Tomography En Face', sv: 'Ögontomografi en face' },
  OPV: { en: 'Ophthalmic Visual Field', sv: 'Synfältsundersökning' },
  OSS: { en: 'Optical Surface Scanner', sv: 'Optisk ytskanning' },
  PA: { en: 'Photoacoustic', sv: 'Fotoakustik' },
  POS: { en: 'Position Sensor', sv: 'Lägesgivare' },
  PT: { en: 'Positron Emission Tomography', sv: 'Positronemissionstomografi' },
  PX: { en: 'Panoramic X-Ray', sv: 'Panoramaröntgen' },
  RESP: { en: 'Respiratory Waveform', sv: 'Andningskurva' },
  RF: { en: 'Radiofluoroscopy', sv: 'Genomlysning' },
  RG: { en: 'Radiographic imaging', sv: 'Konventionell röntgen' },
  RTIMAGE: { en: 'RT Image', sv: 'Strålbehandlingsbild' },
  SM: { en: 'Slide Microscopy', sv: 'Objektglasmikroskopi' },
  SRF: { en: 'Subjective Refraction', sv: 'Subjektiv refraktion' },
  TG: { en: 'Thermography', sv: 'Termografi' },
  US: { en: 'Ultrasound', sv: 'Ultraljud' },
  VA: { en: 'Visual Acuity', sv: 'Synskärpa' },
  XA: { en: 'X-Ray Angiography', sv: 'Röntgenangiografi' },
  XC: { en: 'External-camera Photography', sv: 'Fotografi med extern kamera' },
} as const satisfies Record<string, { en: string; sv: string }>

export type Modality = keyof typeof modalities

/** Whether the text is exactly a code of CID 29. */
export function isModality(code: string): code is Modality {
  return Object.hasOwn(modalities, code)
}

/** What the code means, in the reader's language; the code itself when it is not in CID 29. */
export function modalityLabel(code: string, language: 'en' | 'sv'): string {
  return isModality(code) ? modalities[code][language] : code
}

/** The place in the DICOM standard that defines the acquisition modalities. */
export const modalityStandardUrl = 'https://dicom.nema.org/medical/dicom/current/output/chtml/part16/sect_CID_29.html'

/** Names people write instead of a code. The keys are lower case, without hyphens, spaces and full stops. */
const synonyms: Readonly<Record<string, Modality>> = {
  angiography: 'XA',
  cat: 'CT',
  computerizedtomography: 'CT',
  computertomography: 'CT',
  digitalpathology: 'SM',
  digitalxray: 'DX',
  dr: 'DX',
  fluoroscopy: 'RF',
  histology: 'SM',
  histopathology: 'SM',
  mammo: 'MG',
  mammogram: 'MG',
  mri: 'MR',
  magneticresonanceimaging: 'MR',
  magnetresonanstomografi: 'MR',
  magnetkamera: 'MR',
  microscopy: 'GM',
  pathology: 'SM',
  pet: 'PT',
  röntgen: 'CR',
  skiktröntgen: 'CT',
  sonography: 'US',
  virtualmicroscopy: 'SM',
  wholeslideimage: 'SM',
  wholeslideimages: 'SM',
  wholeslideimaging: 'SM',
  wsi: 'SM',
  xray: 'CR',
}

const bare = (name: string) => name.toLocaleLowerCase('sv').replace(/[\s.\-\u2010-\u2015]/g, '')

const byName = new Map<string, Modality>(
  Object.entries(modalities).flatMap(([code, { en, sv }]) =>
    isModality(code) ? [code, en, sv].map((name): [string, Modality] => [bare(name), code]) : [],
  ),
)

/** The CID 29 code for a code in any letter case, its meaning in English or Swedish, or a common name; else null. */
export function normaliseModality(name: string): Modality | null {
  const key = bare(name)
  return byName.get(key) ?? (Object.hasOwn(synonyms, key) ? (synonyms[key] ?? null) : null)
}
