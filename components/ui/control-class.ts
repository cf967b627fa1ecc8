/** The class names of a box to type in; its edge has the 3:1 that WCAG 1.4.11 asks of a control. */
export const controlClass =
  'w-full rounded-md border border-edge bg-panel px-3 text-base aria-invalid:border-2 aria-invalid:border-red disabled:bg-sunken'
