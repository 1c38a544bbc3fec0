import type { APIRequestContext, Page } from '@playwright/test';
import type { SessionView } from '@ticketing/contracts';
import { expect, expectAccessible, test } from '../support/desk.js';
import { ADMIN, newPerson, openTicket, register, signIn } from '../support/people.js';

/** From the click to what another browser shows. */
const SOON = { timeout: 2_000 };

const conversation = (page: Page) => page.getByRole('list', { name: 'Conversation' });
const bell = (page: Page, unread: string) => page.getByRole('button', { name: unread, exact: true });

async function comment(request: APIRequestContext, session: SessionView, ticketId: number, content: string) {
  const headers = { authorization: `Bearer ${session.access_token}` };
  const answer = await request.post(`/api/tickets/${ticketId}/add_comment/`, { headers, data: { content } });
  expect(answer.status()).toBe(201);
}

/** By the keyboard alone. */
async function beginToEdit(page: Page, author: string, words: string): Promise<void> {
  await page.getByRole('button', { name: `More for the comment by ${author}` }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Text of the comment' })).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(words);
}

test('an admin edits and deletes what was said; the requester sees it at once, and back', async ({
  page,
  otherPage,
  request,
}) => {
  const nia = newPerson('Nia', 'Okafor');
  const session = await register(request, nia);
  const ticket = await openTicket(request, session, { title: 'The kettle leaks' });
  await comment(request, session, ticket.id, 'My password is hunter2, by the way.');
  await signIn(page, ADMIN, `/tickets/${ticket.id}`);
  await signIn(otherPage, nia, `/tickets/${ticket.id}`);
  await expect(otherPage.getByText('Live', { exact: true })).toBeVisible();
  await expect(conversation(otherPage).getByText(/hunter2/)).toBeVisible();

  await beginToEdit(page, 'Nia Okafor', 'My password is **(removed)**.');
  await expectAccessible(page);
  await page.reload();
  const more = page.getByRole('button', { name: 'More for the comment by Nia Okafor' });
  await more.click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await expect(page.getByText(/Draft from .* restored/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Text of the comment' }).press('Control+Enter');
  await expect(conversation(page).getByText(/Edited (just now|\d)/)).toBeVisible();
  await expect(conversation(otherPage).getByText('My password is (removed).')).toBeVisible(SOON);
  await expect(conversation(otherPage).getByText(/Edited (just now|\d)/)).toBeVisible();
  await expect(otherPage.getByText(/hunter2/)).toHaveCount(0);
  await expect(otherPage.getByRole('button', { name: /^More for the comment/ })).toHaveCount(0);

  await more.click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByText('Comment deleted.')).toBeVisible();
  await expect(conversation(page).getByText('First Admin deleted a comment')).toBeVisible();
  await expect(conversation(otherPage).getByText(/My password/)).toHaveCount(0, SOON);
  await expect(otherPage.getByText(/deleted a comment/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(conversation(otherPage).getByText(/My password/)).toBeVisible(SOON);
  await expect(conversation(page).getByText(/My password/)).toBeVisible();
});

test('the admin area finds comments, deletes several, and restores them', async ({ page, request }) => {
  const liv = newPerson('Liv', 'Berg');
  const session = await register(request, liv);
  const ticket = await openTicket(request, session, { title: 'The fan rattles' });
  for (const words of ['Zephyr one.', 'Zephyr two.']) await comment(request, session, ticket.id, words);
  await signIn(page, ADMIN, '/admin/comments');
  await page.getByRole('searchbox', { name: 'Search what was said' }).fill('zephyr');
  await page.keyboard.press('Enter');
  const rows = page.getByRole('row', { name: /Zephyr/ });
  await expect(rows).toHaveCount(2);
  await expectAccessible(page);

  await rows.first().getByRole('checkbox').check();
  await rows.last().getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Delete 2 comments?' });
  await expect(question.getByText(/“Zephyr one\.” on #/)).toBeVisible();
  await question.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(rows).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(2);

  await rows.filter({ hasText: 'Zephyr one.' }).getByRole('link', { name: 'Zephyr one.' }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Show in the conversation' }).click();
  await expect(page).toHaveURL(new RegExp(`/tickets/${ticket.id}#comment-\\d+$`));
  const linked = page.getByRole('article', { name: 'Message by Liv Berg' }).filter({ hasText: 'one' });
  await expect(linked).toBeFocused();
  await expect(linked).toBeInViewport({ ratio: 1 });
});

test('the bell leads to the very comment, and opening a ticket reads all that is told of it', async ({
  page,
  otherPage,
  request,
}) => {
  const tom = newPerson('Tom', 'Vega');
  const ticket = await openTicket(request, await register(request, tom), { title: 'The screen flickers' });
  const login = await request.post('/api/auth/login/', {
    data: { email: ADMIN.email, password: ADMIN.password },
  });
  const admin = (await login.json()) as SessionView;
  await signIn(page, tom);
  await comment(request, admin, ticket.id, 'Try another cable.');
  await comment(request, admin, ticket.id, 'And another socket.');
  await bell(page, 'Notifications, 2 unread').click();
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  await panel.getByRole('link', { name: /Try another cable/ }).click();
  await expect(page).toHaveURL(new RegExp(`/tickets/${ticket.id}#comment-\\d+$`));
  await expect(page.getByRole('article').filter({ hasText: 'Try another cable.' })).toBeFocused();
  await expect(bell(page, 'Notifications')).toBeVisible();

  await signIn(otherPage, ADMIN, `/tickets/${ticket.id}`);
  await otherPage.getByRole('button', { name: 'More for the comment by First Admin' }).first().click();
  await otherPage.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByText('This comment was deleted.')).toBeVisible(SOON);
});
