import type { Text } from '@/components/messages'
import { classes } from '@/components/ui/classes'
import type { Box } from './basis-parts'

type Props = { t: Text; boxes: readonly Box[]; title: string }

const [width, height, gap, indent] = [360, 46, 10, 20] as const
const [leftOf, topOf] = [({ depth }: Box) => 1 + depth * indent, (at: number) => 1 + at * (height + gap)] as const

/** As much of a text as fits a box that begins so far in; the list beside the picture has all of it. */
function fitting(text: string, { depth }: Box, perLetter: number): string {
  const letters = Math.floor((width - depth * indent - 44) / perLetter)
  return text.length <= letters ? text : `${text.slice(0, letters - 1)}…`
}

/** The line from a box to that under which it hangs. */
function Line({ box, at, above }: { box: Box; at: number; above: number }) {
  const x = leftOf(box) - indent / 2
  const path = `M${x} ${topOf(above) + height}V${topOf(at) + height / 2}H${leftOf(box)}`
  return <path d={path} fill="none" strokeWidth="1.5" className={box.ok ? 'stroke-edge' : 'stroke-red'} />
}

/** What stands: a tick; what fails: a cross. */
const Sign = ({ ok, x, y }: { ok: boolean; x: number; y: number }) => (
  <path
    d={ok ? `M${x} ${y + 5}l4 4 7-8` : `M${x} ${y}l9 9m0-9l-9 9`}
    fill="none"
    strokeWidth="2"
    strokeLinecap="round"
    className={ok ? 'stroke-green' : 'stroke-red'}
  />
)

function BoxShape({ t, box, at }: { t: Text; box: Box; at: number }) {
  const [x, y] = [leftOf(box), topOf(at)]
  const said = box.until ? t('basis.until', { state: box.state, day: box.until }) : box.state
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width - x - 1}
        height={height}
        rx="6"
        strokeWidth={box.ok ? 1 : 2}
        className={classes('fill-panel', box.ok ? 'stroke-line' : 'stroke-red')}
      />
      <Sign ok={box.ok} x={x + 12} y={y + 18} />
      <text x={x + 34} y={y + 20} className="fill-ink text-[13px] font-medium">
        {fitting(box.title, box, 7)}
      </text>
      <text x={x + 34} y={y + 36} className={classes('text-[11.5px]', box.ok ? 'fill-soft' : 'fill-red')}>
        {fitting(said, box, 6)}
      </text>
    </g>
  )
}

/** What a grant rests on, drawn as a tree; what fails is red, crossed and thick. The list beside it says the same in words. */
export function BasisPicture({ t, boxes, title }: Props) {
  const tall = topOf(boxes.length) - gap + 1
  const failing = boxes.filter(({ ok }) => !ok).length
  return (
    <svg
      role="img"
      aria-label={`${title}. ${t('basis.failing', { count: failing })}`}
      viewBox={`0 0 ${width} ${tall}`}
      className="h-auto w-full max-w-[36rem]"
    >
      {boxes.map((box, at) => {
        const above = boxes.findIndex(({ key }) => key === box.under)
        return above < 0 ? null : <Line key={box.key} box={box} at={at} above={above} />
      })}
      {boxes.map((box, at) => (
        <BoxShape key={box.key} t={t} box={box} at={at} />
      ))}
    </svg>
  )
}
