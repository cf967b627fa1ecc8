import { RadioGroup } from '@/components/ui/choice-fields'
import { Notice } from '@/components/ui/notice'
import { Select, TextArea, TextInput } from '@/components/ui/text-fields'
import type { VerbProps } from './verb-fields'
import { wordFor } from './words'

const outcomes = ['completed', 'moved', 'transferred', 'superseded']

/** How a request comes to its end: what came of it, which copies are left, and that the rest was deleted. */
export function CloseOut({ t }: VerbProps) {
  return (
    <>
      <RadioGroup
        name="outcome"
        label={t('requests.field.outcome')}
        options={outcomes.map((value) => ({ value, label: wordFor(t, 'outcome', value) }))}
        defaultValue="completed"
      />
      <TextArea name="report" label={t('requests.field.report')} hint={t('closeout.report.hint')} rows={4} />
      <TextArea
        name="publications"
        label={t('requests.field.publications')}
        hint={t('closeout.publications.hint')}
        rows={2}
        optional
      />
      <TextArea name="copies" label={t('requests.field.copies')} hint={t('closeout.copies.hint')} rows={2} optional />
      <TextInput
        name="certificate"
        type="file"
        label={t('requests.field.certificate')}
        hint={t('closeout.certificate.hint')}
        accept="application/pdf,.pdf"
        optional
      />
    </>
  )
}

/** The project that takes a request over: one in whose name the reader may ask for data. */
export function HandOver({ t, request: { receiving } }: VerbProps) {
  if (receiving.length === 0) return <Notice tone="wait">{t('handover.none')}</Notice>
  return (
    <Select
      name="project"
      label={t('handover.project')}
      hint={t('handover.hint')}
      options={receiving.map(({ slug, name, institutionName }) => ({
        value: slug,
        label: `${name} (${institutionName})`,
      }))}
      width="long"
    />
  )
}
