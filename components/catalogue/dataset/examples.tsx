import { text } from '@/components/messages'
import { classes } from '@/components/ui/classes'
import { Panel } from '@/components/ui/panel'
import { examplesFor } from '@/lib/catalogue/rules/examples'
import type { DatasetRecord } from '@/lib/catalogue/schema/record'
import type { Language } from '@/lib/platform/messages'

const SIDE = 288

/** Pictures of what images of this kind look like; each says that it is made up. */
export function Examples({ language, record }: { language: Language; record: DatasetRecord }) {
  const t = text(language)
  const shown = examplesFor(
    record.modalities,
    record.organs.map(({ name }) => name),
    2,
  )
  const alone = shown.length === 1
  return (
    <Panel title={t('dataset.examples')}>
      {shown.length === 0 && <p className="text-soft">{t('dataset.examples.none')}</p>}
      <div className="flex flex-wrap gap-4">
        {shown.map(({ file, key }) => {
          const name = `dataset.example.${key}`
          return (
            <figure key={key} className={classes('max-w-full', alone ? 'gap-x-5 sm:flex sm:items-end' : 'w-72')}>
              {/* biome-ignore lint/performance/noImgElement: small files that need no resizing, and no script */}
              <img
                src={`/examples/${file}`}
                alt={`${t.has(name) ? t(name) : key}. ${t('dataset.examples.mark')}`}
                width={SIDE}
                height={SIDE}
                loading="lazy"
                className="aspect-square w-72 max-w-full rounded-md border border-line bg-sunken"
              />
              <figcaption className="mt-1.5 text-sm">
                {t.has(name) ? t(name) : key}
                <span className="block font-medium text-amber">{t('dataset.examples.mark')}</span>
              </figcaption>
            </figure>
          )
        })}
      </div>
    </Panel>
  )
}
