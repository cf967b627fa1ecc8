import type { Metadata } from 'next'
import { show } from '@/app/show'
import { DeliveryTable } from '@/components/access/systems/delivery-table'
import { SystemFields } from '@/components/access/systems/system-fields'
import { SystemState } from '@/components/access/systems/system-state'
import { ShownOnce } from '@/components/identity/shown-once'
import { type Text, text } from '@/components/messages'
import { ActionForm } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/choice-fields'
import { EmptyState } from '@/components/ui/notice'
import { Breadcrumbs, PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel, WithAside } from '@/components/ui/panel'
import { Tag } from '@/components/ui/tag'
import { deliveries, type OneSystemRead, oneSystem } from '@/lib/access/queries/systems'
import { requestContext } from '@/lib/identity/session'
import type { Language } from '@/lib/platform/messages'
import { edit, remove, renew, replay } from '../actions'

type Query = { open?: string; cursor?: string }
type Props = { params: Promise<{ system: string }>; searchParams: Promise<Query> }
type Part = { t: Text; language: Language; system: OneSystemRead }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [ctx, { system }] = await Promise.all([requestContext(), params])
  return { title: (await show(oneSystem(ctx, { system }), `/administration/systems/${system}`)).name }
}

/** What can be done with the system besides sending it news again. */
function Acts({ t, language, system }: Part) {
  const words = { title: t('systems.secret'), copy: t('identity.copy'), copied: t('identity.copied') }
  const which = <input type="hidden" name="system" value={system.id} />
  return (
    <>
      <Panel title={t('systems.edit')}>
        <ActionForm action={edit} language={language} submit={t('systems.save')} done={t('systems.done')}>
          {which}
          <input type="hidden" name="expectedRevision" value={system.revision} />
          <SystemFields t={t} system={system} />
          <Checkbox
            name="enabled"
            label={t('systems.enabled')}
            hint={t('systems.enabled.hint')}
            defaultChecked={system.enabled}
          />
        </ActionForm>
      </Panel>
      <Panel title={t('systems.secret.renew')}>
        <p className="mb-4 text-soft">{t('systems.secret.text')}</p>
        <ActionForm action={renew} language={language} submit={t('systems.secret.renew')} look="plain">
          {which}
          <Checkbox name="withdraw" label={t('systems.secret.withdraw')} hint={t('systems.secret.withdraw.hint')} />
          <ShownOnce words={words} />
        </ActionForm>
      </Panel>
      <Panel title={t('systems.remove')}>
        <p className="mb-4 text-soft">{t('systems.remove.text')}</p>
        <ActionForm action={remove} language={language} submit={t('systems.remove')} look="danger">
          {which}
          <Checkbox name="sure" label={t('systems.remove.sure')} required />
        </ActionForm>
      </Panel>
    </>
  )
}

/** One connected system: what it was told and answered, and what can be done with it. */
export default async function SystemPage({ params, searchParams }: Props) {
  const [ctx, { system: id }, { open, cursor }] = await Promise.all([requestContext(), params, searchParams])
  const { language } = ctx
  const t = text(language)
  const here = `/administration/systems/${id}`
  const [system, { items, next }] = [
    await show(oneSystem(ctx, { system: id }), here),
    await show(deliveries(ctx, { system: id, open, cursor }), here),
  ]
  const address = (query: Query) => {
    const set = Object.entries({ open, ...query }).filter((pair): pair is [string, string] => Boolean(pair[1]))
    return set.length > 0 ? `${here}?${new URLSearchParams(set)}` : here
  }
  const none = t(open ? 'systems.deliveries.none.open' : 'systems.deliveries.none.all')
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { href: '/administration', label: t('identity.administration.title') },
              { href: '/administration/systems', label: t('systems.title') },
            ]}
            language={language}
          />
        }
        title={system.name}
        state={
          <>
            <SystemState t={t} language={language} system={system} />
            <span className="break-all">{system.url}</span>
          </>
        }
      />
      <WithAside aside={<Acts t={t} language={language} system={system} />}>
        <Panel title={t('systems.deliveries')}>
          <nav aria-label={t('systems.deliveries')} className="mb-4 flex flex-wrap gap-2">
            <Tag on={!open} href={here}>
              {t('systems.deliveries.all')}
            </Tag>
            <Tag on={open === 'true'} href={`${here}?open=true`}>
              {t('systems.deliveries.open')} ({system.waiting})
            </Tag>
          </nav>
          <DeliveryTable
            t={t}
            language={language}
            rows={items}
            replay={replay}
            system={id}
            empty={<EmptyState title={t('systems.deliveries.none')}>{none}</EmptyState>}
          />
          <Pagination
            language={language}
            first={cursor ? address({ cursor: undefined }) : undefined}
            next={next ? address({ cursor: next }) : undefined}
          />
        </Panel>
      </WithAside>
    </>
  )
}
