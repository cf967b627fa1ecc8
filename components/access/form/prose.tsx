/** Words of a form's version: a paragraph for each line that is not empty. */
export function Prose({ text }: { text: string }) {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing but their place
      <p key={at} className="not-last:mb-1.5">
        {line}
      </p>
    ))
}
