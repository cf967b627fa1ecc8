import type { ComponentProps } from 'react'
import { classes } from './classes'

const looks = {
  primary:
    'border-accent bg-accent font-medium text-on-accent hover:bg-[color-mix(in_oklab,var(--color-accent)_88%,var(--color-ink))]',
  plain: 'border-line bg-panel text-ink hover:border-edge',
  danger: 'border-red bg-panel text-red hover:bg-red-soft',
  quiet: 'border-transparent bg-transparent text-accent hover:bg-accent-soft',
} as const
const sizes = { normal: 'min-h-9 px-3.5 py-1.5 text-base', small: 'min-h-7 px-2.5 py-0.5 text-sm' } as const

type Shape = { look?: keyof typeof looks; size?: keyof typeof sizes }

/** The class names of a button, for the rare element that must look like one and is none of the two below. */
export const buttonClass = ({ look = 'plain', size = 'normal' }: Shape = {}) =>
  classes(
    'inline-flex items-center justify-center gap-2 rounded-md border text-center no-underline transition-colors',
    'disabled:cursor-not-allowed disabled:opacity-60',
    looks[look],
    sizes[size],
  )

/** A button that does something here. One `primary` at most in a view. */
export function Button({ look, size, className, type = 'button', ...rest }: ComponentProps<'button'> & Shape) {
  return <button type={type} className={classes(buttonClass({ look, size }), className)} {...rest} />
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({ look, size, className, ...rest }: ComponentProps<'a'> & Shape) {
  return <a className={classes(buttonClass({ look, size }), className)} {...rest} />
}
