/** A made-up picture of what images of a kind look like; drawn by a program, of nobody. */
export interface Example {
  /** Below `/examples/`. */
  file: string
  /** The organs it is shown for, in lower case; the first of a modality serves every other organ. */
  organs: readonly string[]
  /** `dataset.example.<key>` in messages: what is to be seen. */
  key: string
}

const examples: Readonly<Record<string, readonly Example[]>> = {
  CT: [
    { file: 'ct-chest.png', organs: ['lung', 'skeleton'], key: 'ct-chest' },
    { file: 'ct-abdomen.png', organs: ['liver', 'colon', 'pelvis'], key: 'ct-abdomen' },
    { file: 'ct-head.png', organs: ['skull', 'brain'], key: 'ct-head' },
  ],
  MR: [
    { file: 'mr-brain.png', organs: ['brain', 'skull'], key: 'mr-brain' },
    { file: 'mr-pelvis.png', organs: ['prostate', 'pelvis'], key: 'mr-pelvis' },
  ],
  CR: [
    { file: 'cr-femur.png', organs: ['femur', 'pelvis', 'skeleton'], key: 'cr-femur' },
    { file: 'cr-knee.png', organs: ['knee'], key: 'cr-knee' },
  ],
  MG: [
    { file: 'mg-mlo.png', organs: ['breast'], key: 'mg-mlo' },
    { file: 'mg-cc.png', organs: ['breast'], key: 'mg-cc' },
  ],
  SM: [
    { file: 'sm-glands.png', organs: ['colon', 'prostate', 'breast'], key: 'sm-glands' },
    { file: 'sm-tissue.png', organs: ['skin', 'ovary', 'colon', 'breast'], key: 'sm-tissue' },
  ],
}

/** Pictures for a dataset of these modalities and organs, at most `most`; those of its organs first, none for other modalities. */
export function examplesFor(modalities: readonly string[], organs: readonly string[], most: number): Example[] {
  const wanted = organs.map((organ) => organ.toLowerCase())
  const fits = ({ organs: shown }: Example) => shown.some((organ) => wanted.includes(organ))
  const found = modalities.flatMap((code) => {
    const all = Object.hasOwn(examples, code) ? (examples[code] ?? []) : []
    const fitting = all.filter(fits)
    return fitting.length > 0 ? fitting : all.slice(0, 1)
  })
  return found.slice(0, most)
}
