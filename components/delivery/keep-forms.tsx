import type { Text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/choice-fields'
import { Disclosure } from '@/components/ui/disclosure'
import { Panel } from '@/components/ui/panel'
import { Select, TextInput } from '@/components/ui/text-fields'
import type { KeptLists } from '@/lib/delivery/queries/kept-lists'
import type { Language } from '@/lib/platform/messages'

type Acts = Readonly<Record<'add' | 'register' | 'copy' | 'publish', FormAction>>
type Props = { t: Text; language: Language; kept: KeptLists; acts: Acts }

const Address = ({ kept: { slug, version } }: Pick<Props, 'kept'>) => (
  <>
    <input type="hidden" name="slug" value={slug} />
    <input type="hidden" name="version" value={version ?? ''} />
  </>
)

/** The ways in which files come onto a list that is not published: sent, registered in the store, or those of another version. */
export function AddFiles({ t, language, kept, acts }: Props) {
  const others = kept.lists.filter(({ version }) => version !== kept.version)
  const form = { language, emptyWhenDone: true, done: t('files.keep.added') }
  return (
    <Panel title={t('files.keep.add')}>
      <ActionForm {...form} action={acts.add} submit={t('files.keep.add.submit')}>
        <Address kept={kept} />
        <TextInput type="file" name="file" label={t('files.keep.file')} hint={t('files.keep.file.hint')} />
        <TextInput name="path" optional label={t('files.keep.path')} hint={t('files.keep.path.hint')} />
      </ActionForm>
      <Disclosure summary={t('files.keep.register')} className="mt-5">
        <ActionForm {...form} action={acts.register} look="plain" submit={t('files.keep.register.submit')}>
          <Address kept={kept} />
          <TextInput name="path" label={t('files.keep.path')} />
          <TextInput name="key" label={t('files.keep.key')} hint={t('files.keep.key.hint')} />
          <TextInput name="size" inputMode="numeric" width="short" label={t('files.keep.size')} />
          <TextInput name="sha256" width="full" label={t('files.keep.sha256')} />
        </ActionForm>
      </Disclosure>
      {kept.files.length === 0 && others.length > 0 && (
        <Disclosure summary={t('files.keep.copy')} className="mt-5">
          <ActionForm {...form} action={acts.copy} look="plain" submit={t('files.keep.copy.submit')}>
            <Address kept={kept} />
            <Select
              name="from"
              label={t('files.keep.copy.from')}
              options={others.map(({ version }) => ({ value: version, label: version }))}
            />
          </ActionForm>
        </Disclosure>
      )}
    </Panel>
  )
}

/** The act that cannot be taken back. */
export function PublishFiles({ t, language, kept, acts }: Props) {
  return (
    <Panel title={t('files.keep.publish')}>
      <p className="mb-3 max-w-[70ch]">{t('files.keep.publish.lead')}</p>
      <ActionForm
        language={language}
        action={acts.publish}
        submit={t('files.keep.publish.submit')}
        done={t('files.keep.published')}
      >
        <Address kept={kept} />
        <Checkbox name="synthetic" label={t('files.keep.publish.synthetic')} />
      </ActionForm>
    </Panel>
  )
}
