import { hasParts, TermsParts } from '@/components/access/terms/terms-parts'
import { TextBody } from '@/components/agreements/text-body'
import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { formatDate } from '@/components/ui/format'
import { Checklist } from '@/components/ui/lists'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import type { WholeRequest } from '@/lib/access/queries/request'
import type { Language } from '@/lib/platform/messages'
import { UseOf } from './use-of'
import { fieldWords, wordFor } from './words'

type Props = { t: Text; language: Language; request: WholeRequest }

/** What is missing of a draft, and why it is asked; and who changed what last. */
export function Missing({ t, language, request: { readiness, edits, items, form } }: Props) {
  if (!readiness) return null
  const checks = readiness.checklist.map(({ key, done }) => ({
    key,
    verdict: done ? ('ok' as const) : ('no' as const),
    text: wordFor(t, 'check', key),
    aside: done ? null : wordFor(t, 'why', key),
  }))
  return (
    <Panel title={t('requests.checklist')}>
      <Checklist checks={checks} language={language} />
      {items.length > 0 && (
        <section className="mt-4 border-t border-line pt-3">
          <h3>{t('use.live')}</h3>
          <p className="mb-2.5 text-sm text-soft">{t('use.live.why')}</p>
          <UseOf t={t} language={language} items={items} />
        </section>
      )}
      {edits.length > 0 && (
        <Disclosure summary={t('requests.edits')} className="mt-3">
          <ul className="grid gap-1.5 text-sm">
            {edits.map(({ by, at, revision, changes }) => (
              <li key={revision}>
                {by}, <Time value={at} language={language} show="minute" />:{' '}
                {changes.map(({ field }) => fieldWords(t, language, form, field)).join(', ')}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Panel>
  )
}

/** Which files of the request that it was made from did not come with it. */
export function FilesLeft({ t, language, request: { filesLeft, form } }: Props) {
  if (filesLeft.length === 0) return null
  return (
    <Notice tone="wait" title={t('requests.draft.files-left')}>
      <p>{t('requests.draft.files-left.why')}</p>
      <ul className="list-disc pl-5">
        {filesLeft.map((key) => (
          <li key={key}>{fieldWords(t, language, form, `answers.${key}`)}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** Terms that bind the reader, or will, and wait to be accepted, each with its words. */
export function OwedTerms({ t, language, request: { owedTerms }, action }: Props & { action: FormAction }) {
  if (owedTerms.length === 0) return null
  const binds = owedTerms.some((one) => one.binds)
  return (
    <Panel title={t('requests.terms.owed')}>
      <Notice tone={binds ? 'wait' : 'info'}>
        {t(binds ? 'requests.terms.owed.why' : 'requests.terms.to-come.why')}
      </Notice>
      {owedTerms.map((terms) => (
        <section key={terms.id} className="mt-4 border-t border-line pt-3 first-of-type:border-t-0">
          <h3>
            {language === 'sv' ? terms.titleSv : terms.titleEn} {terms.version}
          </h3>
          {!terms.binds && (
            <p className="text-sm text-soft">{t('requests.terms.to-come', { day: formatDate(terms.bindsFrom) })}</p>
          )}
          <Disclosure summary={t('requests.terms.read')} className="my-2">
            <TextBody text={language === 'sv' ? terms.bodySv : terms.bodyEn} lang={language} />
          </Disclosure>
          <TermsParts t={t} language={language} terms={terms} />
          {hasParts(terms) && <p className="mb-2 text-sm text-soft">{t('terms.all-parts')}</p>}
          <ActionForm action={action} language={language} submit={t('requests.terms.accept')} look="plain">
            <input type="hidden" name="terms" value={terms.id} />
          </ActionForm>
        </section>
      ))}
    </Panel>
  )
}
