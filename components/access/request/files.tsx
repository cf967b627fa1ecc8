import type { Text } from '@/components/messages'
import type { FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { DefinitionList } from '@/components/ui/lists'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import type { WholeRequest } from '@/lib/access/queries/request'
import type { Language } from '@/lib/platform/messages'
import { formatBytes } from '@/lib/platform/size'
import { VerbDialog } from './verb-dialog'
import { wordFor } from './words'

type Props = { t: Text; language: Language; request: WholeRequest }

type Acting = Props & { act: FormAction }
type File = WholeRequest['attachments'][number]

function FileActs({ file: { id: attachment, name }, ...acting }: Acting & { file: File }) {
  const { t, request } = acting
  return (
    <span className="flex flex-wrap gap-2">
      <form action="/requests/file" method="post">
        <input type="hidden" name="request" value={request.id} />
        <input type="hidden" name="attachment" value={attachment} />
        <Button type="submit" size="small">
          {t('requests.files.take')}
          <span className="sr-only"> {name}</span>
        </Button>
      </form>
      {request.may.includes('redact') && (
        <VerbDialog {...acting} verb="redact" also={{ attachment }} about={name} grave>
          <p className="mb-3 font-medium break-words">{name}</p>
        </VerbDialog>
      )}
    </span>
  )
}

/** Files with who added them, to be taken by who sees them, and redacted by who handles the request. */
export function FileList({ files, ...acting }: Acting & { files: readonly File[] }) {
  const { t, language } = acting
  return (
    <ul className="grid gap-3">
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-center justify-between gap-3">
          <span className="min-w-0 break-words">
            {file.name}
            <span className="block text-sm text-soft">
              {file.by ?? t('identity.journal.withheld')}, <Time value={file.at} language={language} />
              {file.redactedAt ? ` · ${t('requests.files.redacted')}` : ` · ${formatBytes(file.size, language)}`}
            </span>
          </span>
          {!file.redactedAt && <FileActs {...acting} file={file} />}
        </li>
      ))}
    </ul>
  )
}

/** The files of a request itself; those of remarks stand with them. */
export function Attachments(acting: Acting) {
  const files = acting.request.attachments.filter(({ remarkId }) => remarkId === null)
  if (files.length === 0) return null
  return (
    <Panel title={acting.t('requests.files')}>
      <FileList {...acting} files={files} />
    </Panel>
  )
}

type Ended = NonNullable<WholeRequest['closeOut']>

function EndFacts({ t, language, request: { id }, told }: Props & { told: Ended }) {
  const { outcome, report, publications, copies, certificateId, by, at, ordinal } = told
  const lines = (said: string) => <span className="whitespace-pre-line">{said || t('closeout.none')}</span>
  const facts = [
    { term: t('requests.field.outcome'), detail: wordFor(t, 'outcome', outcome) },
    { term: t('requests.field.report'), detail: lines(report) },
    { term: t('requests.field.publications'), detail: lines(publications) },
    { term: t('requests.field.copies'), detail: lines(copies) },
    {
      term: t('requests.field.certificate'),
      detail: certificateId && (
        <form action="/requests/certificate" method="post">
          <input type="hidden" name="request" value={id} />
          <input type="hidden" name="ordinal" value={ordinal} />
          <Button type="submit" size="small">
            {t('requests.files.take')}
            <span className="sr-only"> {t('requests.field.certificate')}</span>
          </Button>
        </form>
      ),
    },
    {
      term: t('closeout.by'),
      detail: (
        <>
          {by}, <Time value={at} language={language} />
        </>
      ),
    },
  ]
  return <DefinitionList facts={facts} language={language} />
}

/** That it is missing how a request came to its end: to those who owe it, and to the hub. */
export function CloseOutMissing({ t, request: { closeOutLacks, side } }: Omit<Props, 'language'>) {
  if (closeOutLacks === null) return null
  const tone = closeOutLacks === 'owed' ? 'wait' : 'idle'
  const who = side === 'asking' ? 'own' : 'hub'
  return (
    <Notice tone={tone} title={t(`closeout.${closeOutLacks}`)}>
      <p>{t(`closeout.${closeOutLacks}.${who}`)}</p>
    </Notice>
  )
}

/** How a request came to its end, with the certificate of deletion; and how that was told before. */
export function CloseOutPanel(props: Props) {
  const { closeOut, earlierCloseOuts } = props.request
  if (!closeOut) return null
  return (
    <Panel title={props.t('closeout.title')}>
      <EndFacts {...props} told={closeOut} />
      {earlierCloseOuts.length > 0 && (
        <Disclosure summary={props.t('closeout.earlier')} className="mt-3">
          <div className="grid gap-5">
            {earlierCloseOuts.map((told) => (
              <EndFacts key={told.ordinal} {...props} told={told} />
            ))}
          </div>
        </Disclosure>
      )}
    </Panel>
  )
}

/** Everything of the request that the reader may see, to keep. */
export function TakeAll({ t, request: { id } }: Omit<Props, 'language'>) {
  return (
    <Panel title={t('archive.take')}>
      <p className="mb-3 text-sm text-soft">{t('archive.take.why')}</p>
      <form action="/requests/archive" method="post">
        <input type="hidden" name="request" value={id} />
        <Button type="submit" size="small">
          {t('archive.take')}
        </Button>
      </form>
    </Panel>
  )
}
