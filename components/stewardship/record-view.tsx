import type { Text } from '@/components/messages'
import { DefinitionList } from '@/components/ui/lists'
import { fieldTexts } from '@/lib/catalogue/rules/versions'
import type { DatasetRecord } from '@/lib/catalogue/schema/record'
import { recordFields } from '@/lib/catalogue/schema/record'
import type { Language } from '@/lib/platform/messages'

/** Everything a record states, field by field; what is not stated says so. */
export function RecordView({ t, language, record }: { t: Text; language: Language; record: DatasetRecord }) {
  const facts = recordFields.map((field) => {
    const texts = fieldTexts(record, field)
    return {
      key: field,
      term: t(`catalogue.field.${field}`),
      detail:
        texts.length > 1 ? (
          <ul>
            {texts.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        ) : (
          texts[0]
        ),
    }
  })
  return <DefinitionList facts={facts} language={language} />
}
