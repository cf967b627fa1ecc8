import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { referenceByTag } from '@/app/api/reference'
import { text } from '@/components/messages'
import { OperationEntry } from '@/components/reference/operation'
import { Refusals } from '@/components/reference/refusals'
import { PageHeader } from '@/components/ui/page-header'
import { isLanguage } from '@/lib/platform/messages'

type Props = { params: Promise<{ language: string }> }

export const dynamic = 'force-static'

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language } = await params
  return isLanguage(language)
    ? { title: text(language)('reference.title'), alternates: { canonical: '/api-reference' } }
    : {}
}

export default async function Page({ params }: Props) {
  const { language } = await params
  if (!isLanguage(language)) notFound()
  const t = text(language)
  return (
    <>
      <PageHeader title={t('reference.title')} lead={t('reference.lead')} />
      <h2>{t('reference.start')}</h2>
      <ul className="mt-2 grid max-w-prose list-disc gap-1 pl-5">
        {(['token', 'lists', 'errors', 'revision', 'repeat'] as const).map((point) => (
          <li key={point}>{t(`reference.${point}`)}</li>
        ))}
        <li>
          <a href="/api/v1/openapi.json">{t('reference.document')}</a>
        </li>
      </ul>
      {[...referenceByTag()].map(([tag, operations]) => (
        <section key={tag} className="mt-8" lang="en" aria-labelledby={`tag-${tag}`}>
          <h2 id={`tag-${tag}`} className="mb-1">
            {tag}
          </h2>
          {operations.map((operation) => (
            <OperationEntry key={operation.id} operation={operation} t={t} />
          ))}
        </section>
      ))}
      <section className="mt-8" aria-labelledby="refusals">
        <h2 id="refusals">{t('reference.refusals')}</h2>
        <p className="mt-2 mb-1 max-w-prose text-soft">{t('reference.refusals.lead')}</p>
        <Refusals language={language} />
      </section>
    </>
  )
}
