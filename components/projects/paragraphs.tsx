/** Words that somebody typed, in the paragraphs that they were typed in. */
export function Paragraphs({ words }: { words: string }) {
  const paragraphs = words.split(/\n{2,}/).filter((text) => text.trim() !== '')
  return (
    <div className="grid max-w-[70ch] gap-3">
      {paragraphs.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one text stand in their order
        <p key={at} className="whitespace-pre-line">
          {text}
        </p>
      ))}
    </div>
  )
}
