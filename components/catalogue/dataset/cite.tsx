import { text } from '@/components/messages'
import { CopyButton } from '@/components/ui/copy-button'
import { Icon } from '@/components/ui/icon'
import { Panel } from '@/components/ui/panel'
import type { DatasetPage } from '@/lib/catalogue/queries/dataset-page'
import { type CitationFormat, citationFile, citationFormats, citationForms } from '@/lib/catalogue/rules/citation-forms'
import type { Language } from '@/lib/platform/messages'
import { Works } from './values'

type Props = { language: Language; page: DatasetPage }

// Written out, as the stylesheet is made from the class names that stand in the source.
const shown: Record<CitationFormat, string> = {
  apa: 'group-has-[#cite-apa:checked]/cite:block',
  bibtex: 'group-has-[#cite-bibtex:checked]/cite:block',
  ris: 'group-has-[#cite-ris:checked]/cite:block',
  'csl-json': 'group-has-[#cite-csl-json:checked]/cite:block',
}

/** The citation in four forms, chosen by radio buttons so that it works without JavaScript, each to copy and to download. */
export function HowToCite({ language, page }: Props) {
  const t = text(language)
  return (
    <Panel title={t('dataset.cite')} id="cite">
      <div className="group/cite">
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">{t('dataset.cite.format')}</legend>
          {citationFormats.map((format, at) => (
            <label
              key={format}
              className="inline-flex min-h-8 items-center rounded-md border border-transparent px-3 text-soft has-checked:border-line has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="citation"
                id={`cite-${format}`}
                defaultChecked={at === 0}
                className="absolute size-px opacity-0"
              />
              {citationForms[format].name}
            </label>
          ))}
        </fieldset>
        {citationFormats.map((format) => (
          <Citation key={format} format={format} language={language} page={page} />
        ))}
      </div>
      {page.version.record.citations.length > 0 && (
        <>
          <h3 className="mt-4 mb-1">{t('dataset.cite.works')}</h3>
          <Works value={page.version.record.citations} language={language} />
        </>
      )}
    </Panel>
  )
}

function Citation({ format, language, page }: Props & { format: CitationFormat }) {
  const t = text(language)
  const { slug, version, isCurrent } = page
  const words = page.citations[citationForms[format].form].trim()
  const base = isCurrent ? `/datasets/${slug}` : `/datasets/${slug}/versions/${version.number}`
  const look = format === 'apa' ? 'font-sans' : 'font-mono text-sm'
  return (
    <div className={`hidden ${shown[format]}`} data-citation={format}>
      <pre lang="en" className={`mt-2 rounded-md bg-sunken p-3 break-words whitespace-pre-wrap ${look}`}>
        {words}
      </pre>
      <div className="mt-2 flex flex-wrap items-center gap-4 text-sm">
        <CopyButton text={words} label={t('dataset.cite.copy')} copied={t('dataset.cite.copied')} />
        <a href={`${base}/cite/${format}`} download className="inline-flex min-h-7 items-center gap-1.5">
          <Icon name="download" className="size-3.5" />
          {t('dataset.cite.download', { file: citationFile(slug, version.number, format) })}
        </a>
      </div>
    </div>
  )
}
