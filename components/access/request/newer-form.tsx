import { FormDifferenceTable } from '@/components/access/forms/difference'
import type { Text } from '@/components/messages'
import { Disclosure } from '@/components/ui/disclosure'
import type { WholeRequest } from '@/lib/access/queries/request'
import { differenceOfVersions } from '@/lib/access/rules/forms-difference'
import type { Language } from '@/lib/platform/messages'

type Props = { t: Text; language: Language; request: Pick<WholeRequest, 'form' | 'formVersion' | 'formNow'> }

/** That new requests are asked otherwise by now, and what: a request keeps the version of the form that it was made with. */
export function NewerForm({ t, language, request: { form, formVersion, formNow } }: Props) {
  if (!form || !formNow || formVersion === null) return null
  return (
    <div className="mb-5 border-b border-line pb-3">
      <p className="mb-1.5 max-w-[70ch] text-sm text-soft">{t('requests.form.kept', { version: formVersion })}</p>
      <Disclosure summary={t('requests.form.newer', { version: formNow.number })}>
        <FormDifferenceTable
          t={t}
          language={language}
          difference={differenceOfVersions(form, formNow.content)}
          caption={t('requests.form.newer', { version: formNow.number })}
        />
      </Disclosure>
    </div>
  )
}
