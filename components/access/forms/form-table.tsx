import type { Text } from '@/components/messages'
import { Table } from '@/components/ui/table'
import { StateBadge } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { KeptForms } from '@/lib/access/queries/forms-kept'
import type { Language } from '@/lib/platform/messages'

type Row = KeptForms['forms'][number]

/** Whether a form is in use, in a word, a colour and a sign. */
export function FormBadge({ t, state, isPublished }: { t: Text; state: Row['state']; isPublished: boolean }) {
  if (!isPublished) return <StateBadge tone="wait">{t('forms.state.unpublished')}</StateBadge>
  return <StateBadge tone={state === 'active' ? 'ok' : 'idle'}>{t(`forms.state.${state}`)}</StateBadge>
}

/** Every form with its state and what waits of it. */
export function FormTable({ t, language, forms }: { t: Text; language: Language; forms: readonly Row[] }) {
  const columns = [
    {
      key: 'title',
      label: t('forms.column.title'),
      cell: ({ form, title }: Row) => (
        <>
          <a href={`/stewardship/forms/${form}`}>{title[language]}</a>
          <span className="block text-sm font-normal text-soft">{form}</span>
        </>
      ),
    },
    {
      key: 'state',
      label: t('forms.column.state'),
      cell: ({ state, number }: Row) => <FormBadge t={t} state={state} isPublished={number !== null} />,
    },
    { key: 'version', label: t('forms.column.version'), numeric: true, cell: ({ number }: Row) => number ?? '–' },
    { key: 'fields', label: t('forms.column.fields'), numeric: true, cell: ({ fields }: Row) => fields },
    {
      key: 'draft',
      label: t('forms.column.draft'),
      cell: ({ draftAt }: Row) =>
        draftAt ? (
          <>
            {t('forms.draft.waits')}, <Time value={draftAt} language={language} />
          </>
        ) : (
          '–'
        ),
    },
  ]
  return <Table caption={t('forms.title')} hideCaption columns={columns} rows={forms} rowKey={({ form }) => form} />
}
