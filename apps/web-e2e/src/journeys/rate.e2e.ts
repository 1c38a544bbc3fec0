import type { APIRequestContext } from '@playwright/test';
import type { SessionView, TicketView, UpdateStatusRequest } from '@ticketing/contracts';
import { expect, expectAccessible, test } from '../support/desk.js';
import { mailedLink } from '../support/mail.js';
import { ADMIN, newPerson, openTicket, type Person, register, signIn } from '../support/people.js';

/** Somebody whose ticket an admin has just resolved. */
async function resolvedTicket(
  request: APIRequestContext,
  title: string,
): Promise<{ requester: Person; ticket: TicketView }> {
  const requester = newPerson('Amara', 'Diallo');
  const ticket = await openTicket(request, await register(request, requester), { title });
  const { email, password } = ADMIN;
  const login = await request.post('/api/auth/login/', { data: { email, password } });
  const { access_token } = (await login.json()) as SessionView;
  const resolved = await request.patch(`/api/tickets/${ticket.id}/update_status/`, {
    headers: { authorization: `Bearer ${access_token}` },
    data: { status: 'resolved', admin_feedback: 'The fuse was blown.' } satisfies UpdateStatusRequest,
  });
  expect(resolved.status()).toBe(200);
  return { requester, ticket };
}

test('the requester rates on the page, and the admin sees it at once', async ({
  page,
  otherPage,
  request,
}) => {
  const { requester, ticket } = await resolvedTicket(request, 'The gate stays shut');
  await otherPage.setViewportSize({ width: 1440, height: 900 });
  await signIn(otherPage, ADMIN, `/tickets/${ticket.id}`);
  const properties = otherPage.getByRole('complementary', { name: 'Properties' });
  await expect(properties.getByText('Requester', { exact: true })).toBeVisible();
  await expect(properties.getByText('Rating', { exact: true })).toHaveCount(0);

  await signIn(page, requester, `/tickets/${ticket.id}`);
  const question = page.getByRole('group', { name: 'Did this help?' });
  await expect(question).toBeVisible();
  await page.getByRole('button', { name: 'Send rating' }).click();
  await expect(question.getByText('Choose a number.')).toBeVisible();
  await expectAccessible(page);

  // all by the keyboard: the cursor is at the first number
  await expect(question.getByRole('radio', { name: '1 Not at all' })).toBeFocused();
  await page.keyboard.press('Space');
  for (const score of ['2', '3', '4']) {
    await page.keyboard.press('ArrowRight');
    await expect(question.getByRole('radio', { name: score, exact: true })).toBeChecked();
  }
  await page.keyboard.press('Tab');
  await page.keyboard.type('Quick and friendly.');
  await page.reload();
  await expect(question.getByRole('radio', { name: '4', exact: true })).toBeChecked();
  await expect(page.getByLabel('Anything to add?')).toHaveValue('Quick and friendly.');
  await page.getByRole('button', { name: 'Send rating' }).click();
  await expect(page.getByText('Thank you. You rated this 4 of 5.')).toBeFocused();
  await expect(question).toHaveCount(0);
  await expectAccessible(page);

  await expect(properties.getByText('4 of 5')).toBeVisible();
  await expect(properties.getByText('Quick and friendly.')).toBeVisible();
  await otherPage.getByRole('button', { name: 'Show 3 changes' }).click();
  await expect(otherPage.getByRole('list', { name: 'Conversation' })).toContainText('rated 4 of 5');
  await expectAccessible(otherPage);
});

test('a link of the mail rates after one more press, and once', async ({ page, request }) => {
  const { requester, ticket } = await resolvedTicket(request, 'The lamp flickers');
  const address = await mailedLink(requester.email, '/rate/');
  const answer = await page.goto(address.replace(/score=\d/, 'score=4'));
  // the address is a secret: no search engine and no other site may learn it
  expect(answer!.headers()['referrer-policy']).toBe('same-origin');
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  await expect(page.getByText(ticket.title)).toBeVisible();
  const question = page.getByRole('group', { name: 'Did this help?' });
  await expect(question.getByRole('radio', { name: '4', exact: true })).toBeChecked();
  await expectAccessible(page);

  // opening it has rated nothing
  await page.reload();
  await question.getByRole('radio', { name: '5 Very much' }).check();
  await page.getByRole('button', { name: 'Send rating' }).click();
  await expect(page.getByText('Thank you. You rated this 5 of 5.')).toBeVisible();
  await expectAccessible(page);

  await page.goto(address);
  await expect(page.getByText('This was rated already')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Open the ticket' }).click();
  await page.waitForURL('**/login*');
});

test('a link that is no good says so, and leads on', async ({ page, complaints }) => {
  await page.goto('/rate/182-7-1-1795000000.made-up-by-somebody?score=4');
  await expect(page.getByText('This link cannot be used any more.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Go to your tickets' }).click();
  await page.waitForURL('**/login*');
  // Chromium reports the refusal, which is what this journey is about
  expect(complaints.splice(0)).toEqual([expect.stringContaining('status of 400')]);
});
