import type { ReactNode } from 'react'
import { type MessageKey, text } from '@/components/messages'
import { buttonClass } from '@/components/ui/button'
import { FigureStrip } from '@/components/ui/figure-strip'
import { formatNumber } from '@/components/ui/format'
import { Icon } from '@/components/ui/icon'
import { EmptyState } from '@/components/ui/notice'
import type { Language } from '@/lib/platform/messages'
import { formatBytes } from '@/lib/platform/size'

/** Sums over the public catalogue; `bytes` in bytes. */
export type HomeFigures = Readonly<
  Record<'datasets' | 'scans' | 'annotations' | 'bytes' | 'modalities' | 'organs', number>
>

type Props = {
  language: Language
  figures?: HomeFigures
  examples?: readonly string[]
  /** Files below `/examples/`, shown as a taste of what the catalogue holds. */
  pictures?: readonly string[]
  /** The list of the newest datasets; null while none is published. */
  newest?: ReactNode
}

/** The first page: what the hub is, how much it holds, a way in by words, and what came last. */
export function Home({ language, figures, examples = [], pictures = [], newest }: Props) {
  const t = text(language)
  return (
    <div className="grid grid-cols-1 gap-10 sm:gap-12">
      <div className="grid grid-cols-1 items-center gap-x-12 gap-y-6 pt-2 sm:pt-8 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="grid min-w-0 grid-cols-1 gap-6">
          <div>
            <h1 className="max-w-[22ch] text-3xl sm:text-4xl">{t('home.title')}</h1>
            <p className="mt-3 max-w-[62ch] text-lg text-soft">{t('home.lead')}</p>
          </div>
          <SearchBox language={language} examples={examples} />
        </div>
        <Mosaic caption={t('home.pictures')} pictures={pictures} />
      </div>
      {figures && <Figures language={language} figures={figures} />}
      {newest !== undefined && (
        <section>
          <div className="mb-2 flex items-baseline justify-between gap-4">
            <h2 className="text-xl">{t('home.newest')}</h2>
            <a href="/datasets?sort=newest">{t('home.newest.all')}</a>
          </div>
          {newest ?? <EmptyState title={t('home.newest.empty')}>{t('home.newest.empty.text')}</EmptyState>}
        </section>
      )}
      <Steps language={language} />
    </div>
  )
}

/** A taste of the catalogue in made-up pictures, where there is room beside the words. */
function Mosaic({ pictures, caption }: { pictures: readonly string[]; caption: string }) {
  if (pictures.length === 0) return null
  return (
    <figure className="max-lg:hidden">
      <div className="grid grid-cols-3 gap-1.5 overflow-hidden rounded-lg">
        {pictures.map((file) => (
          // biome-ignore lint/performance/noImgElement: small files that need no resizing, and no script
          <img
            key={file}
            src={`/examples/${file}`}
            alt=""
            width="108"
            height="108"
            loading="lazy"
            className="aspect-square w-full bg-sunken object-cover"
          />
        ))}
      </div>
      <figcaption className="mt-1.5 text-xs text-soft">{caption}</figcaption>
    </figure>
  )
}

function SearchBox({ language, examples }: { language: Language; examples: readonly string[] }) {
  const t = text(language)
  return (
    <search className="max-w-3xl">
      <form action="/datasets" className="flex gap-2">
        <label htmlFor="home-search" className="sr-only">
          {t('home.search.label')}
        </label>
        <input
          id="home-search"
          name="q"
          type="search"
          placeholder={t('home.search.placeholder')}
          className="h-12 min-w-0 flex-1 rounded-lg border border-edge bg-panel px-4 text-lg"
        />
        <button type="submit" className={`${buttonClass({ look: 'primary' })} px-5`}>
          <Icon name="search" />
          <span className="max-sm:sr-only">{t('home.search.submit')}</span>
        </button>
      </form>
      {examples.length > 0 && (
        <p className="mt-2.5 flex flex-wrap gap-x-4 gap-y-1 text-sm text-soft">
          {t('home.search.examples')}
          {examples.map((words) => (
            <a key={words} href={`/datasets?q=${encodeURIComponent(words)}`}>
              {words}
            </a>
          ))}
        </p>
      )}
    </search>
  )
}

function Figures({ language, figures }: { language: Language; figures: HomeFigures }) {
  const t = text(language)
  const { modalities, organs } = figures
  const counted = (key: 'datasets' | 'scans' | 'annotations') => ({
    value: formatNumber(figures[key], language),
    label: t(`home.figures.${key}`, { count: figures[key] }),
  })
  const size = { value: formatBytes(figures.bytes, language), label: t('home.figures.size', { modalities, organs }) }
  return (
    <FigureStrip
      label={t('home.figures')}
      figures={[counted('datasets'), counted('scans'), counted('annotations'), size]}
    />
  )
}

const steps = ['find', 'ask', 'work'] as const

function Steps({ language }: { language: Language }) {
  const t = text(language)
  const sentence = (step: (typeof steps)[number]): MessageKey => `home.steps.${step}.text`
  return (
    <section>
      <h2 className="mb-4 text-xl">{t('home.steps')}</h2>
      <ol className="grid gap-6 sm:grid-cols-3">
        {steps.map((step, at) => (
          <li key={step} className="border-t-2 border-accent pt-3">
            <h3 className="text-lg">
              <span className="text-accent">{at + 1}</span> {t(`home.steps.${step}`)}
            </h3>
            <p className="mt-1 max-w-[46ch] text-soft">{t(sentence(step))}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
