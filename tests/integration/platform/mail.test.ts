import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'

test('a letter reaches a real server as plain text, with no header that its subject or address could add', async () => {
  const received: string[] = []
  const recipients: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => {
      recipients.push(address)
      done()
    },
    onData: (stream, _, done) => {
      let text = ''
      stream.on('data', (part: Buffer) => {
        text += part.toString('utf8')
      })
      stream.on('end', () => {
        received.push(text)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  Object.assign(process.env, { PORTAL_MODE: 'production', SMTP_URL: `smtp://127.0.0.1:${port}` })
  const { deliver } = await import('@/lib/platform/mail')
  await deliver('letter-1', {
    address: 'dana@example.org',
    subject: 'Hello\r\nBcc: eve@example.org',
    text: 'Åsa wrote.',
  })
  await new Promise<void>((resolve) => server.close(() => resolve()))
  expect(recipients).toEqual(['dana@example.org'])
  expect(received[0]).toMatch(/^Message-ID: <letter-1@localhost>/m)
  expect(received[0]).toMatch(/^Content-Type: text\/plain/m)
  expect(received[0]).not.toMatch(/^Bcc:/m)
})
