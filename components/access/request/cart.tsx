import { OneButtonForm } from '@/components/identity/one-button-form'
import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { WholeRequest } from '@/lib/access/queries/request'
import type { Language } from '@/lib/platform/messages'

type Props = { t: Text; language: Language; request: WholeRequest; action: FormAction; divide: FormAction }
type Item = WholeRequest['items'][number]

/** Datasets, each of which can be taken out. */
function Datasets({ t, request, action, items }: Omit<Props, 'divide' | 'language'> & { items: readonly Item[] }) {
  return (
    <ul className="grid gap-3">
      {items.map(({ slug, title }) => (
        <li key={slug} className="flex flex-wrap items-center justify-between gap-3">
          <span className="min-w-0">
            <a href={`/datasets/${slug}`}>{slug}</a>
            <span className="block text-sm text-soft" lang="en">
              {title}
            </span>
          </span>
          <OneButtonForm
            action={action}
            name="remove"
            value={slug}
            also={{ request: request.id }}
            label={t('requests.cart.remove')}
            about={slug}
          />
        </li>
      ))}
    </ul>
  )
}

/** Begins a request of its own for the datasets of one form. */
function Divide({ t, language, request, divide, datasets }: Props & { datasets: readonly string[] }) {
  if (!request.may.includes('change-datasets')) return null
  const words = (
    <>
      {t('requests.cart.divide')}
      <span className="sr-only"> {datasets.join(', ')}</span>
    </>
  )
  return (
    <ActionForm action={divide} language={language} submit={words} look="plain" className="mt-3">
      <input type="hidden" name="request" value={request.id} />
      {datasets.map((slug) => (
        <input key={slug} type="hidden" name="datasets" value={slug} />
      ))}
    </ActionForm>
  )
}

/** The datasets by the form that they are asked with, each of which can have a request of its own. */
function Groups(props: Props & { items: readonly Item[] }) {
  const { t, language, request, items } = props
  return (
    <>
      <Notice tone="wait">{t('requests.cart.forms')}</Notice>
      {request.formsAsked.map(({ form, title, datasets }) => (
        <section key={form} className="mt-4 border-t border-line pt-3">
          <h3 className="mb-2">{t('requests.cart.form', { title: title?.[language] ?? form })}</h3>
          <Datasets {...props} items={items.filter(({ slug }) => datasets.includes(slug))} />
          <Divide {...props} datasets={datasets} />
        </section>
      ))}
    </>
  )
}

/** The datasets of a draft; where they are asked with different forms by now, it can be divided. */
export function Cart(props: Props) {
  const { t, request } = props
  const there = request.items.filter(({ state }) => state !== 'removed')
  return (
    <Panel
      title={t('requests.items')}
      actions={
        <a href="/datasets" className="text-sm">
          {t('requests.cart.more')}
        </a>
      }
    >
      {there.length === 0 && <p className="text-soft">{t('requests.items.none')}</p>}
      {request.formsAsked.length > 1 ? <Groups {...props} items={there} /> : <Datasets {...props} items={there} />}
    </Panel>
  )
}
