import type { Metadata } from 'next'
import { text } from '@/components/messages'
import type { DatasetPage } from '@/lib/catalogue/queries/dataset-page'
import { examplesFor } from '@/lib/catalogue/rules/examples'
import { datasetJsonLd, type JsonLdContext, scriptJson } from '@/lib/catalogue/rules/json-ld'
import { modalityLabel } from '@/lib/catalogue/rules/modality'
import { organLabel } from '@/lib/catalogue/rules/organs'
import type { DatasetRecord } from '@/lib/catalogue/schema/record'
import { env } from '@/lib/platform/env'
import type { Language } from '@/lib/platform/messages'
import { formatBytes } from '@/lib/platform/size'

const pathOf = ({ slug, version, isCurrent }: DatasetPage) =>
  isCurrent ? `/datasets/${slug}` : `/datasets/${slug}/versions/${version.number}`

function describe(record: DatasetRecord, language: Language): string {
  const t = text(language)
  const figures = t('dataset.description', {
    modalities: record.modalities.map((code) => modalityLabel(code, language)).join(', '),
    organs: record.organs.map(({ name }) => organLabel(name, language)).join(', '),
    scans: record.numberOfScans ?? 0,
    annotations: record.numberOfAnnotations ?? 0,
    size: record.bytes === null ? t('catalogue.not-stated') : formatBytes(record.bytes, language),
  })
  return `${record.abstract} ${figures}`.slice(0, 300)
}

/** Title, description, canonical address and social preview of a dataset's page. A version that is the newest points to the dataset. */
export function datasetMetadata(page: DatasetPage, language: Language): Metadata {
  const { record } = page.version
  const path = pathOf(page)
  const [example] = examplesFor(
    record.modalities,
    record.organs.map(({ name }) => name),
    1,
  )
  const description = describe(record, language)
  return {
    metadataBase: new URL(env().PORTAL_ORIGIN),
    title: record.title,
    description,
    authors: record.authors.map(({ name }) => ({ name })),
    alternates: { canonical: path },
    robots: page.withdrawn ? { index: false } : undefined,
    openGraph: {
      type: 'article',
      title: record.title,
      description,
      url: path,
      siteName: text(language)('shell.name'),
      images: example
        ? [{ url: `/examples/${example.file}`, width: 288, height: 288, alt: text(language)('dataset.examples.mark') }]
        : [{ url: '/social.png', width: 1200, height: 630 }],
    },
    twitter: { card: 'summary' },
  }
}

/** The page's JSON-LD (schema.org Dataset), safe inside a script element. */
export function datasetScript(page: DatasetPage): string {
  const origin = env().PORTAL_ORIGIN
  const around: JsonLdContext = { origin, pageUrl: `${origin}${pathOf(page)}`, hubName: 'AIDA Data Hub' }
  return scriptJson(datasetJsonLd(page.version.record, around))
}
