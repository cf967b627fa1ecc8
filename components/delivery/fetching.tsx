import type { ReactNode } from 'react'
import type { Text } from '@/components/messages'
import { CopyButton } from '@/components/ui/copy-button'
import { Panel } from '@/components/ui/panel'
import type { DatasetFiles } from '@/lib/delivery/queries/files'

type Props = { t: Text; list: DatasetFiles; mayFetch: boolean; origin: string; children: ReactNode }

/** Whether the reader may fetch (`children`), the manifest in both forms, and the command that fetches it all. */
export function Fetching({ t, list: { slug, version }, mayFetch, origin, children }: Props) {
  const query = `?version=${version}`
  const command = [
    `curl -fsSO ${origin}/fetch-dataset.mjs`,
    `DATAHUB_TOKEN=… node fetch-dataset.mjs ${origin}/datasets/${slug}${query} ${slug}`,
  ].join('\n')
  return (
    <>
      <Panel title={t('files.fetch')}>
        {children}
        <p className="mt-3 flex flex-wrap gap-x-5 gap-y-2">
          <a href={`/api/v1/datasets/${slug}/checksums${query}`} download>
            {t('files.fetch.checksums')}
          </a>
          <a href={`/api/v1/datasets/${slug}/files${query}`}>{t('files.fetch.manifest')}</a>
        </p>
      </Panel>
      {mayFetch && (
        <Panel
          title={t('files.command')}
          actions={<CopyButton text={command} label={t('files.command.copy')} copied={t('files.command.copied')} />}
        >
          <p className="mb-3 max-w-[70ch]">
            {t.rich('files.command.lead', { link: (chunks) => <a href="/account/tokens">{chunks}</a> })}
          </p>
          <pre className="rounded-md bg-sunken p-3 text-sm break-all whitespace-pre-wrap">{command}</pre>
        </Panel>
      )}
    </>
  )
}
