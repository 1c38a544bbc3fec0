import { expect, expectAccessible, test } from '../support/desk.js';
import { ADMIN, newPerson, openTicket, register, signIn } from '../support/people.js';

test('an admin notes, answers, takes, works on and resolves a ticket', async ({ page, request }) => {
  const session = await register(request, newPerson('Tomás', 'Herrera'));
  const ticket = await openTicket(request, session, { title: 'Export stops after 1,000 rows' });
  await signIn(page, ADMIN);
  await page.getByRole('list', { name: 'Tickets' }).getByRole('link', { name: ticket.title }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: ticket.title })).toBeVisible();
  const conversation = page.getByRole('list', { name: 'Conversation' });

  await page.getByRole('tab', { name: 'Internal note' }).click();
  await page.getByRole('textbox', { name: 'Internal note' }).fill('The export uses the page limit.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add internal note' }).click();
  await expect(conversation.getByText('The export uses the page limit.')).toBeVisible();

  await page.getByRole('tab', { name: 'Reply' }).click();
  await page.getByRole('textbox', { name: 'Reply' }).fill('We can see it here too.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(conversation.getByText('We can see it here too.')).toBeVisible();

  const properties = page.getByRole('complementary', { name: 'Properties' });
  await properties.getByRole('combobox', { name: 'Assignee' }).fill('First');
  await page.getByRole('option', { name: 'First Admin' }).click();
  await expect(conversation.getByText('assigned it to First Admin')).toBeVisible();

  await properties.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'In progress' });
  await expect(conversation.getByText('changed the status from Open to In progress')).toBeVisible();

  await properties.getByRole('button', { name: 'Change with feedback' }).click();
  await page.getByLabel('New status').selectOption({ label: 'Resolved' });
  await page.getByLabel('Feedback to the requester').fill('Fixed in version 4.2.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Change status' }).click();
  await expect(page.getByText('Fixed in version 4.2.').first()).toBeVisible();
  await expectAccessible(page);

  await page.reload();
  await expect(properties.getByRole('combobox', { name: 'Status' })).toHaveValue('resolved');
  await expect(properties.getByRole('combobox', { name: 'Assignee' })).toHaveValue('First Admin');
});
