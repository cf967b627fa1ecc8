export const dynamicParams = false
// React sends what it rendered twice, as HTML and as data: a page of so many kilobytes holds half as much text.
const text = 'A page that is as long as it is asked to be, of plain words. '

export const generateStaticParams = () => Array.from({ length: 40 }, (_, i) => ({ kilobytes: String((i + 1) * 10) }))

export default async function Page({ params }) {
  const { kilobytes } = await params
  const paragraphs = Math.floor((Number(kilobytes) * 1024 - 6_000) / (2 * 10 * text.length))
  return (
    <main>
      {Array.from({ length: paragraphs }, (_, i) => String(i)).map((key) => (
        <p key={key}>{text.repeat(10)}</p>
      ))}
    </main>
  )
}
