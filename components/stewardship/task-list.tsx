import type { Text } from '@/components/messages'
import { Panel } from '@/components/ui/panel'
import { StateBadge, Tag } from '@/components/ui/tag'
import type { StewardedDataset } from '@/lib/catalogue/queries/stewarded-dataset'
import { sectionNames, sections, writeField } from '@/lib/catalogue/rules/draft-form'

const isStated = (value: string | string[]): boolean => value.length > 0

/** The parts of the record as a list of tasks: how much each states, what it still lacks, what the draft changes in it. */
export function TaskList({ t, dataset }: { t: Text; dataset: StewardedDataset }) {
  const { slug, record, missing, difference, abilities } = dataset
  const mayEdit = abilities.includes('edit')
  return (
    <Panel title={t('stewardship.tasks')}>
      {mayEdit && <p className="mb-2 text-soft">{t('stewardship.tasks.text')}</p>}
      <ul className="divide-y divide-line">
        {sectionNames.map((section) => {
          const fields = sections[section]
          const lacking = missing.filter((field) => fields.some((each) => each === field))
          const changed = difference.some(({ field }) => fields.some((each) => each === field))
          const filled = fields.filter((field) => isStated(writeField(record, field))).length
          return (
            <li key={section} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2 last:pb-0">
              {mayEdit ? (
                <a href={`/stewardship/datasets/${slug}/edit/${section}`} className="font-medium">
                  {t(`stewardship.section.${section}`)}
                </a>
              ) : (
                <span className="font-medium">{t(`stewardship.section.${section}`)}</span>
              )}
              {changed && <Tag on>{t('stewardship.task.changed')}</Tag>}
              <span className="text-sm text-soft sm:ml-auto">
                {lacking.length > 0 ? (
                  <StateBadge tone="stop" icon="alert">
                    {t('stewardship.task.missing', {
                      fields: lacking.map((field) => t(`catalogue.field.${field}`)).join(', '),
                    })}
                  </StateBadge>
                ) : (
                  t('stewardship.task.filled', { filled, all: fields.length })
                )}
              </span>
            </li>
          )
        })}
        <li className="py-2 last:pb-0">
          <a href={`/stewardship/datasets/${slug}/data-use`} className="font-medium">
            {t('stewardship.use')}
          </a>
        </li>
        <li className="py-2 last:pb-0">
          <a href={`/stewardship/datasets/${slug}/files`} className="font-medium">
            {t('files.nav')}
          </a>
        </li>
      </ul>
    </Panel>
  )
}
