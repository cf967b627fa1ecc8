import { signIn } from '@/tests/support/sign-in'
import { expect, test } from '@/tests/support/test'

test('the tables of the utilisation page are files, and so is a calendar: no page stands at their addresses', async ({
  page,
}) => {
  await signIn(page, 'petra', '/bookings/utilisation')
  for (const sheet of ['weeks', 'groups', 'lead-times', 'drop-ins']) {
    const answer = await page.request.get(`/bookings/utilisation/${sheet}.csv`)
    expect([answer.status(), answer.headers()['content-type']], sheet).toEqual([
      200,
      expect.stringContaining('text/csv'),
    ])
  }
  for (const address of ['/bookings/utilisation/none.csv', `/calendars/${'x'.repeat(43)}`]) {
    const answer = await page.request.get(address)
    expect(answer.status(), address).toBe(404)
    expect(await answer.text(), address).not.toContain('<html')
  }
  const bookings = await page.request.get('/api/v1/bookings')
  expect(bookings.status()).toBe(200)
  const [booking] = (await bookings.json()).items
  const calendar = await page.request.get(`/bookings/${booking.id}/calendar.ics`)
  expect(await calendar.text()).toContain('BEGIN:VCALENDAR')
})
