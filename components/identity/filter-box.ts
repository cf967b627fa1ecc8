/** The class names of a box in a form that filters a list; drawn on the server, unlike the fields of forms that are sent. */
export const filterBox = 'min-h-10 w-full rounded-md border border-edge bg-panel px-3 text-base font-normal'
