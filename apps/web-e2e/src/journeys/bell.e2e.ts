import type { SessionView } from '@ticketing/contracts';
import { expect, expectAccessible, test } from '../support/desk.js';
import { ADMIN, newPerson, openTicket, register, signIn } from '../support/people.js';
import type { APIRequestContext } from '@playwright/test';

async function commentAsAdmin(request: APIRequestContext, ticketId: number, content: string): Promise<void> {
  const { email, password } = ADMIN;
  const login = await request.post('/api/auth/login/', { data: { email, password } });
  const { access_token } = (await login.json()) as SessionView;
  const headers = { authorization: `Bearer ${access_token}` };
  const answer = await request.post(`/api/tickets/${ticketId}/add_comment/`, { headers, data: { content } });
  expect(answer.status()).toBe(201);
}

test("an answer rings the requester's bell, which leads to it", async ({ page, otherPage, request }) => {
  const lena = newPerson('Lena', 'Brandt');
  const ticket = await openTicket(request, await register(request, lena), { title: 'The lift is stuck' });
  await signIn(page, lena);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();

  await signIn(otherPage, ADMIN, `/tickets/${ticket.id}`);
  await otherPage.getByRole('textbox', { name: 'Reply' }).fill('Somebody is on the way.');
  await otherPage.getByRole('button', { name: 'Send', exact: true }).click();
  const bell = page.getByRole('button', { name: 'Notifications, 1 unread' });
  await expect(bell).toBeVisible({ timeout: 2_000 });

  await bell.click();
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  await expect(panel.getByRole('link', { name: /First Admin commented on/ })).toContainText(
    'The lift is stuck',
  );
  await expectAccessible(page);
  await panel.getByRole('link', { name: /First Admin commented on/ }).click();
  await expect(page).toHaveURL(new RegExp(`/tickets/${ticket.id}`));
  await expect(
    page.getByRole('list', { name: 'Conversation' }).getByText('Somebody is on the way.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
});

test('by keyboard alone: the bell opens, is read, and closes where it was opened', async ({
  page,
  request,
}) => {
  const ivo = newPerson('Ivo', 'Marin');
  const ticket = await openTicket(request, await register(request, ivo));
  await commentAsAdmin(request, ticket.id, 'One.');
  await signIn(page, ivo);
  const bell = page.getByRole('button', { name: 'Notifications, 1 unread' });
  await expect(bell).toBeVisible();
  await bell.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  await expect(panel.getByRole('link', { name: /commented/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await panel.getByRole('button', { name: 'Mark all read' }).focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByText('Unread')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeFocused();
});

test('what is switched off is not told', async ({ page, request }) => {
  const uma = newPerson('Uma', 'Rao');
  const ticket = await openTicket(request, await register(request, uma), { title: 'The door squeaks' });
  await signIn(page, uma, '/account');
  const comments = page.getByRole('checkbox', { name: 'Somebody comments In the app' });
  await expect(comments).toBeChecked();
  await expectAccessible(page);
  const saved = page.waitForResponse((answer) => answer.url().includes('/preferences/') && answer.ok());
  await comments.uncheck();
  await saved;
  await page.reload();
  await expect(comments).not.toBeChecked();

  await commentAsAdmin(request, ticket.id, 'Oil is on its way.');
  // A change of status comes after it, and is told: then a comment would have been, too.
  const login = await request.post('/api/auth/login/', {
    data: { email: ADMIN.email, password: ADMIN.password },
  });
  const { access_token } = (await login.json()) as SessionView;
  await request.patch(`/api/tickets/${ticket.id}/update_status/`, {
    headers: { authorization: `Bearer ${access_token}` },
    data: { status: 'in_progress' },
  });
  await page.getByRole('button', { name: 'Notifications, 1 unread' }).click();
  const items = page.getByRole('dialog', { name: 'Notifications' }).getByRole('listitem');
  await expect(items).toHaveText([/is in work now/]);
});

test('a ticket that is muted tells nothing', async ({ page, request }) => {
  const kai = newPerson('Kai', 'Lund');
  const ticket = await openTicket(request, await register(request, kai));
  await signIn(page, kai, `/tickets/${ticket.id}`);
  await page.getByRole('button', { name: 'Mute', exact: true }).click();
  await expect(page.getByText('You are told nothing more of this ticket.')).toBeVisible();
  await commentAsAdmin(request, ticket.id, 'Quietly.');
  await expect(page.getByRole('list', { name: 'Conversation' }).getByText('Quietly.')).toBeVisible();
  await page.getByRole('button', { name: 'Unmute', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Mute', exact: true })).toBeVisible();
  await page.goto('/tickets'); // what is told of a ticket that is looked at is read
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await commentAsAdmin(request, ticket.id, 'Loudly.');
  await expect(page.getByRole('button', { name: 'Notifications, 1 unread' })).toBeVisible();
});
