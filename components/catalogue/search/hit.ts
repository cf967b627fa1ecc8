import { text } from '@/components/messages'
import { formatNumber } from '@/components/ui/format'
import { examplesFor } from '@/lib/catalogue/rules/examples'
import { isLicence, licences } from '@/lib/catalogue/rules/licences'
import { modalityLabel } from '@/lib/catalogue/rules/modality'
import { organLabel } from '@/lib/catalogue/rules/organs'
import type { Hit } from '@/lib/catalogue/rules/search/entry'
import type { Language } from '@/lib/platform/messages'
import { formatBytes } from '@/lib/platform/size'
import type { Row } from './hit-row'

function tagsOf(hit: Hit, language: Language): Row['tags'] {
  const t = text(language)
  const licence = hit.licences.findLast(isLicence)
  return [
    ...hit.modalities.map((code) => ({ word: modalityLabel(code, language) })),
    ...hit.organs.map((organ) => ({ word: organLabel(organ, language) })),
    ...(hit.annotated ? [{ word: t('search.hit.annotated'), on: true }] : []),
    ...(licence ? [{ word: licences[licence].name[language] }] : []),
    ...(hit.status === 'Ongoing' ? [{ word: t('search.hit.ongoing') }] : []),
  ]
}

function figuresOf(hit: Hit, language: Language): Row['figures'] {
  const t = text(language)
  const figure = (count: number | null, what: 'scans' | 'annotations') =>
    count === null
      ? (['', t(`search.hit.${what}.none`)] as const)
      : ([formatNumber(count, language), t(`search.hit.${what}`, { count })] as const)
  return [
    figure(hit.scans, 'scans'),
    figure(hit.annotations, 'annotations'),
    ['', hit.bytes === null ? t('search.hit.size.none') : formatBytes(hit.bytes, language)],
    ['', String(hit.year)],
  ]
}

/** A dataset as a list shows it, in the reader's language. */
export const rowOf = (hit: Hit, language: Language): Row => ({
  slug: hit.slug,
  title: hit.title,
  abstract: hit.abstract,
  image: examplesFor(hit.modalities, hit.organs, 1)[0]?.file,
  tags: tagsOf(hit, language),
  figures: figuresOf(hit, language),
  choice: text(language)('search.hit.compare.this', { title: hit.title }),
})
