import type { SessionView } from '@ticketing/contracts';
import { expect, expectAccessible, test } from '../support/desk.js';
import { ADMIN, newPerson, openTicket, register, signIn } from '../support/people.js';

test('the customer sees reply and feedback, and nothing of the internal note', async ({ page, request }) => {
  const chidi = newPerson('Chidi', 'Okafor');
  const ticket = await openTicket(request, await register(request, chidi), { title: 'Deliveries are late' });
  const login = await request.post('/api/auth/login/', {
    data: { email: ADMIN.email, password: ADMIN.password },
  });
  const { access_token } = (await login.json()) as SessionView;
  const headers = { authorization: `Bearer ${access_token}` };
  const path = `/api/tickets/${ticket.id}`;
  await request.post(`${path}/add_comment/`, {
    headers,
    data: { content: 'Quota of tenant 7.', is_internal: true },
  });
  await request.post(`${path}/add_comment/`, { headers, data: { content: 'We found the cause.' } });
  const feedback = { status: 'resolved', admin_feedback: 'The queue is fair again.' };
  await request.patch(`${path}/update_status/`, { headers, data: feedback });

  await signIn(page, chidi, `/tickets/${ticket.id}`);
  await expect(page.getByText('The queue is fair again.').first()).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'Conversation' }).getByText('We found the cause.'),
  ).toBeVisible();
  await expect(page.getByText('Quota of tenant 7.')).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Internal note' })).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Reopen ticket' }).click();
  await expect(page.getByRole('button', { name: 'Close ticket' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reopen ticket' })).toHaveCount(0);
});
