import { DefinitionList } from '@/components/ui/lists'
import { Tag } from '@/components/ui/tag'
import { type CheckedField, type Content, checkedFields } from '@/lib/ethics/rules/fields'
import { type Showing, shownValue } from './values'

type Props = Showing & { content: Content; changed?: readonly CheckedField[] }

/** Everything that a version says; a field in which it differs from what governs is marked. */
export function ApprovalFacts({ content, changed = [], ...showing }: Props) {
  const { t, language } = showing
  const facts = checkedFields
    .filter((field) => field !== 'conditions' || content.conditions !== '' || changed.includes(field))
    .map((field) => ({
      key: field,
      term: (
        <>
          {t(`ethics.field.${field}`)} {changed.includes(field) && <Tag on>{t('ethics.changed')}</Tag>}
        </>
      ),
      detail: shownValue(field, content, showing),
    }))
  return <DefinitionList facts={facts} language={language} />
}
