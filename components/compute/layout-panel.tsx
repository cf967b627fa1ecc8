import { text } from '@/components/messages'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { layoutPreview } from '@/lib/booking/queries/layout-preview'
import type { Language } from '@/lib/platform/messages'
import { SlotsField } from './machine-fields'
import { StandingTable } from './standing-table'
import { WeekBox } from './week-box'

type Preview = Awaited<ReturnType<typeof layoutPreview>>
type Props = {
  language: Language
  machine: string
  slots: readonly { name: string; gpus: number }[]
  /** What stands in the way from the week that was asked for; null: none was asked for. */
  preview: Preview | null
  earliest: string
  /** The week that was asked for and is none, and what is wrong with it. */
  mistyped: { from: string; errors: readonly string[] } | null
  action: FormAction
}

function Tried({ language, machine, slots, preview, action }: Props & { preview: Preview }) {
  const t = text(language)
  const { from, until, standing } = preview
  if (standing.length > 0) {
    return (
      <div className="mt-5 grid gap-4">
        <Notice tone="wait">{t('compute.layout.blocked', { count: standing.length })}</Notice>
        <StandingTable language={language} standing={standing} />
      </div>
    )
  }
  return (
    <div className="mt-5 grid gap-4">
      <Notice tone="ok">
        {until ? t('compute.layout.free', { from, until }) : t('compute.layout.free.open', { from })}
      </Notice>
      <ActionForm action={action} language={language} submit={t('compute.layout.set')}>
        <input type="hidden" name="machine" value={machine} />
        <input type="hidden" name="from" value={from} />
        <SlotsField language={language} slots={slots} />
      </ActionForm>
    </div>
  )
}

/** Divides a machine anew: first what stands in the way from a week on is shown, then, where nothing does, it can be set. */
export function LayoutPanel(props: Props) {
  const { language, preview, earliest, mistyped } = props
  const t = text(language)
  return (
    <Panel id="divide" title={t('compute.layout.new')}>
      <p className="mb-4 text-soft">{t('compute.layout.new.text')}</p>
      <form method="get" action="#divide" className="flex flex-wrap items-end gap-3">
        <WeekBox
          name="from"
          label={t('compute.machine.from')}
          hint={t('compute.machine.from.hint')}
          defaultValue={mistyped?.from ?? preview?.from ?? earliest}
          errors={mistyped?.errors}
        />
        <Button type="submit" className="min-h-10">
          {t('compute.layout.show')}
        </Button>
      </form>
      {preview && <Tried {...props} preview={preview} />}
    </Panel>
  )
}
