import { text } from '@/components/messages'
import { formatNumber } from '@/components/ui/format'
import { Tag } from '@/components/ui/tag'
import { isLicence, licences } from '@/lib/catalogue/rules/licences'
import { modalityLabel } from '@/lib/catalogue/rules/modality'
import { organLabel } from '@/lib/catalogue/rules/organs'
import type { Hit as Found } from '@/lib/catalogue/rules/search/entry'
import type { Language } from '@/lib/platform/messages'
import { formatBytes } from '@/lib/platform/size'
import { Thumbnail } from '../thumbnail'

type Props = { language: Language; hit: Found; compare?: string }

/** A dataset in a list. `compare` is the form that gathers datasets to set side by side. */
export function Hit({ language, hit, compare }: Props) {
  const t = text(language)
  const licence = hit.licences.findLast(isLicence)
  return (
    <li className="hit">
      <Thumbnail modalities={hit.modalities} organs={hit.organs} />
      <div className="min-w-0">
        <h3 className="text-lg">
          <a href={`/datasets/${hit.slug}`} lang="en" className="no-underline hover:underline">
            {hit.title}
          </a>
        </h3>
        <p lang="en" className="mt-1 mb-2 line-clamp-2 max-w-[70ch] text-soft">
          {hit.abstract}
        </p>
        <p className="flex flex-wrap gap-1.5">
          {hit.modalities.map((code) => (
            <Tag key={code}>{modalityLabel(code, language)}</Tag>
          ))}
          {hit.organs.map((organ) => (
            <Tag key={organ}>{organLabel(organ, language)}</Tag>
          ))}
          {hit.annotated && <Tag on>{t('search.hit.annotated')}</Tag>}
          {licence && <Tag>{licences[licence].name[language]}</Tag>}
          {hit.status === 'Ongoing' && <Tag>{t('search.hit.ongoing')}</Tag>}
        </p>
      </div>
      <Figures language={language} hit={hit} compare={compare} />
    </li>
  )
}

function Figures({ language, hit, compare }: Props) {
  const t = text(language)
  const figure = (count: number | null, what: 'scans' | 'annotations') =>
    count === null ? (
      <div>{t(`search.hit.${what}.none`)}</div>
    ) : (
      <div>
        <b className="font-semibold text-ink">{formatNumber(count, language)}</b> {t(`search.hit.${what}`, { count })}
      </div>
    )
  return (
    <div className="hit-figures">
      {figure(hit.scans, 'scans')}
      {figure(hit.annotations, 'annotations')}
      <div>{hit.bytes === null ? t('search.hit.size.none') : formatBytes(hit.bytes, language)}</div>
      <div>{hit.year}</div>
      {compare && (
        <label className="mt-1 inline-flex items-center gap-1.5">
          <input
            type="checkbox"
            name="d"
            value={hit.slug}
            form={compare}
            aria-label={t('search.hit.compare.this', { title: hit.title })}
          />
          <span aria-hidden="true">{t('search.hit.compare')}</span>
        </label>
      )}
    </div>
  )
}
