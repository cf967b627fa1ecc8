import { text } from '@/components/messages'
import { LinkButton } from '@/components/ui/button'
import { formatDate } from '@/components/ui/format'
import { EmptyState } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import type { priorityList } from '@/lib/catalogue/queries/priorities'
import type { Language } from '@/lib/platform/messages'
import { PriorityLine } from './priority-item'

type List = Awaited<ReturnType<typeof priorityList>>

/** The clinical council's list for everyone: what is wanted in its order, then what has ended. */
export function PriorityPage({ language, list }: { language: Language; list: List }) {
  const t = text(language)
  const { open, ended, decidedOn } = list
  return (
    <>
      <PageHeader
        title={t('priorities.title')}
        lead={t('priorities.lead')}
        state={decidedOn && t('priorities.decided', { date: formatDate(decidedOn) })}
        actions={<LinkButton href="/priorities/propose">{t('priorities.propose')}</LinkButton>}
      />
      <div className="grid gap-6">
        <section aria-labelledby="wanted">
          <h2 id="wanted" className="sr-only">
            {t('priorities.open')}
          </h2>
          {open.length === 0 ? (
            <EmptyState title={t('priorities.empty')} />
          ) : (
            <ol className="list-none">
              {open.map((item) => (
                <PriorityLine key={item.id} language={language} item={item} />
              ))}
            </ol>
          )}
        </section>
        {ended.length > 0 && (
          <Panel title={t('priorities.ended')}>
            <ul>
              {ended.map((item) => (
                <PriorityLine key={item.id} language={language} item={item} />
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </>
  )
}
