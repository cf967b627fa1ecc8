import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { TextInput } from '@/components/ui/text-fields'
import { countryName } from '@/lib/catalogue/rules/countries'
import type { GrantDownloads } from '@/lib/delivery/queries/downloads'
import type { Language } from '@/lib/platform/messages'

type Props = Pick<GrantDownloads, 'shared' | 'toRecord'> & {
  t: Text
  language: Language
  grant: string
  today: string
  record: FormAction
}

/** What the sharing record says of a grant, and where it says nothing the form by which its handler records that data were handed over. */
export function SharingPanel({ t, language, grant, today, shared, toRecord, record }: Props) {
  return (
    <Panel title={t('shared.title')}>
      <p className={shared ? undefined : 'text-soft'}>
        {shared
          ? t('shared.on', { on: shared.sharedOn, country: countryName(shared.country, language) })
          : t('shared.none')}
      </p>
      {toRecord && (
        <Disclosure summary={t('shared.record')} className="mt-3">
          <ActionForm action={record} language={language} submit={t('shared.submit')} className="grid max-w-xl gap-4">
            <p className="text-soft">{t('shared.record.why')}</p>
            <input type="hidden" name="grant" value={grant} />
            <TextInput
              name="sharedOn"
              type="date"
              width="short"
              label={t('shared.day')}
              defaultValue={today}
              max={today}
            />
            {toRecord.country === null ? (
              <TextInput name="country" width="medium" label={t('shared.country')} hint={t('shared.country.hint')} />
            ) : (
              <p>{t('shared.to', { country: countryName(toRecord.country, language) })}</p>
            )}
          </ActionForm>
        </Disclosure>
      )}
    </Panel>
  )
}
