import { expect, test } from '@playwright/test'

// What differs from answer to answer, or says only how Next came by its own.
const OF_THE_MOMENT = /^(?:date|connection|keep-alive|x-request-id|etag|transfer-encoding|content-length|x-nextjs-.*)$/

for (const path of ['/', '/datasets/bccc', '/metrics', '/priorities'])
  for (const language of ['en', 'sv'])
    test(`the kept page ${path} in ${language} is what Next answers, header by header and byte by byte`, async ({
      request,
    }) => {
      const headers = { 'accept-language': language }
      const shown = async (address: string) => {
        const answer = await request.get(address, { headers })
        const all = Object.entries(answer.headers()).filter(([name]) => !OF_THE_MOMENT.test(name))
        const byNext = answer.headers()['x-nextjs-cache'] !== undefined
        return { byNext, status: answer.status(), headers: Object.fromEntries(all), text: await answer.text() }
      }
      // The first reading may render and keep it. A query is for Next, which answers with the same page.
      await shown(path)
      const { byNext: keptByNext, ...kept } = await shown(path)
      const { byNext, ...next } = await shown(`${path}?asked=next`)
      expect([keptByNext, byNext]).toEqual([false, true])
      expect(kept).toEqual(next)
      expect(kept.text).toContain(`<html lang="${language}"`)
    })
