import { expect, test } from '../support/desk.js';
import { ADMIN, newPerson, openTicket, register, signIn } from '../support/people.js';

/** From the click to what another browser shows. */
const SOON = { timeout: 2_000 };

test('a comment shows in the open ticket of another browser, and what is being typed there stays', async ({
  page,
  otherPage,
  request,
}) => {
  const mia = newPerson('Mia', 'Sato');
  const ticket = await openTicket(request, await register(request, mia), {
    title: 'The badge reader blinks',
  });
  await signIn(page, mia, `/tickets/${ticket.id}`);
  await signIn(otherPage, ADMIN, `/tickets/${ticket.id}`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(otherPage.getByText('Live', { exact: true })).toBeVisible();

  const typed = page.getByRole('textbox', { name: 'Reply' });
  await typed.fill('It blinks twice, then');
  await otherPage.getByRole('textbox', { name: 'Reply' }).fill('Which colour is it?');
  await otherPage.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Conversation' }).getByText('Which colour is it?')).toBeVisible(
    SOON,
  );
  await expect(typed).toHaveValue('It blinks twice, then');
  await expect(typed).toBeFocused();

  await typed.pressSequentially(' it is red.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(
    otherPage.getByRole('list', { name: 'Conversation' }).getByText('It blinks twice, then it is red.'),
  ).toBeVisible(SOON);

  const properties = otherPage.getByRole('complementary', { name: 'Properties' });
  await properties.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'In progress' });
  await expect(page.getByText('In work').first()).toBeVisible(SOON);
});

test('new tickets wait behind a pill; rows stay where they are until it is pressed', async ({
  page,
  request,
}) => {
  const person = newPerson('Noor', 'Haddad');
  const session = await register(request, person);
  await openTicket(request, session, { title: 'The first one' });
  await signIn(page, person);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  const rows = page.getByRole('list', { name: 'Tickets' }).getByRole('link');
  await expect(rows).toHaveText([/The first one/]);

  await openTicket(request, session, { title: 'The second one' });
  await openTicket(request, session, { title: 'The third one' });
  await expect(page.getByRole('button', { name: '2 new' })).toBeVisible({ timeout: 4_000 });
  await expect(rows).toHaveText([/The first one/]);
  await page.keyboard.press('.');
  await expect(rows).toHaveText([/The third one/, /The second one/, /The first one/]);
  await expect(page.getByRole('button', { name: '2 new' })).toHaveCount(0);
});

test('says when the server is away, and catches up by itself', async ({ page, context, request }) => {
  const person = newPerson('Ola', 'Nordin');
  const session = await register(request, person);
  const ticket = await openTicket(request, session);
  await signIn(page, person, `/tickets/${ticket.id}`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();

  await context.setOffline(true);
  await expect(page.getByText('Offline', { exact: true })).toBeVisible();
  await request.post(`/api/tickets/${ticket.id}/add_comment/`, {
    headers: { authorization: `Bearer ${session.access_token}` },
    data: { content: 'Written while nobody listened.' },
  });
  await context.setOffline(false);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(page.getByText('Written while nobody listened.').first()).toBeVisible();
});
