import { FormDifferenceTable } from '@/components/access/forms/difference'
import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import type { WholeRequest } from '@/lib/access/queries/request'
import { differenceOfVersions } from '@/lib/access/rules/forms-difference'
import type { Language } from '@/lib/platform/messages'

type Props = {
  t: Text
  language: Language
  request: Pick<WholeRequest, 'id' | 'form' | 'formVersion' | 'formNow' | 'formsAsked'>
  /** Makes a draft with what is asked now; left out where the request keeps what it was made with. */
  take?: FormAction
}

/** Why it is shown: a request keeps the version that it was made with, a draft can take up the newer one, or another form. */
function why({ t, language, request: { formVersion, formNow }, take }: Props): string {
  const [version, title] = [formVersion ?? 0, formNow?.content.title[language] ?? '']
  if (!take) return t('requests.form.kept', { version })
  return formNow?.isOther ? t('requests.form.other', { title }) : t('requests.form.takeable', { version })
}

/** That new requests are asked otherwise by now, and what; of a draft with a way to take that up. */
export function NewerForm(props: Props) {
  const { t, language, request, take } = props
  const { id, form, formNow, formsAsked } = request
  if (!formNow || (!form && !take)) return null
  const { number, isOther, content } = formNow
  const caption = isOther
    ? t('requests.form.other.what', { title: content.title[language] })
    : t('requests.form.newer', { version: number })
  const before = form ?? { ...content, fields: [] }
  return (
    <div className="mb-5 border-b border-line pb-3">
      <p className="mb-1.5 max-w-[70ch] text-sm text-soft">{why(props)}</p>
      <Disclosure summary={caption}>
        <FormDifferenceTable
          t={t}
          language={language}
          difference={differenceOfVersions(before, content)}
          caption={caption}
        />
      </Disclosure>
      {take && formsAsked.length === 1 && (
        <ActionForm
          action={take}
          language={language}
          submit={isOther ? t('requests.form.take.other') : t('requests.form.take', { version: number })}
          look="plain"
          className="mt-3"
        >
          <input type="hidden" name="request" value={id} />
        </ActionForm>
      )}
    </div>
  )
}
