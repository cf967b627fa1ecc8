import { afterAll, expect, test } from 'vitest'
import { readUpload } from '@/lib/platform/storage'
import { scan } from '@/lib/platform/storage/clamd'
import { pdfSaying } from '@/prisma/seed/agreements/pdf'
import { refusalOf } from '../identity/people'
import { eicar, startClamd } from './stores'

const clamd = await startClamd()
process.env.CLAMD_URL = clamd.address
afterAll(() => clamd.close())

const pdf = 'application/pdf'
/** A PDF with something behind its end. */
const with_ = (more: Uint8Array) => new Uint8Array(Buffer.concat([pdfSaying('Decision'), more]))

test('every upload is looked at, and what the scanner knows is refused at its field', async () => {
  const before = clamd.asked()
  const clean = await readUpload({ name: 'decision.pdf', bytes: pdfSaying('Decision') }, [pdf])
  expect(clean.type).toBe(pdf)
  const infected = readUpload({ name: 'decision.pdf', bytes: with_(eicar) }, [pdf], 'upload')
  expect(await refusalOf(infected)).toMatchObject({
    code: 'platform.invalid',
    details: { fields: { upload: ['platform.invalid.file-infected'] } },
  })
  expect(clamd.asked()).toBe(before + 2)
})

test('a virus beyond the first chunk is found, in a file as large as there may be', async () => {
  const large = with_(Buffer.concat([Buffer.alloc(9_000_000), eicar]))
  expect(await scan(clamd.address, large)).toEqual({ clean: false, found: 'Eicar-Test-Signature' })
  expect(await scan(clamd.address, new Uint8Array(9_000_000))).toEqual({ clean: true })
})

test.each([
  ['that hangs up', null],
  ['that is too small for the file', () => 'INSTREAM size limit exceeded. ERROR'],
  ['that says nothing of use', () => 'stream: maybe'],
])('a scanner %s lets nothing pass', async (_, answer) => {
  const faulty = await startClamd(answer)
  await expect(scan(faulty.address, pdfSaying('x'))).rejects.toThrow('clamd answered')
  await faulty.close()
})

test('a scanner that is not there lets nothing pass, and says so', async () => {
  await clamd.close()
  const upload = readUpload({ name: 'decision.pdf', bytes: pdfSaying('Decision') }, [pdf])
  expect(await refusalOf(upload)).toEqual({ code: 'platform.not-scanned', details: { status: 503 } })
})
