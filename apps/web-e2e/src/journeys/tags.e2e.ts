import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/desk.js';
import { ADMIN, newPerson, openTicket, register, signIn } from '../support/people.js';

/** Presses Tab until it has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(target).toBeFocused({ timeout: 100 });
  }).toPass();
}

test('an admin makes a tag, puts it on a ticket by keyboard and finds it again; the customer sees nothing of it', async ({
  page,
  otherPage,
  request,
}) => {
  const word = `Roof ${Date.now()}`;
  const ines = newPerson('Inês', 'Carvalho');
  const session = await register(request, ines);
  const ticket = await openTicket(request, session, { title: 'Water comes through the ceiling' });
  await openTicket(request, session, { title: 'The window does not close' });

  await signIn(page, ADMIN, '/admin/tags/new');
  await page.getByLabel('Name').fill(word);
  await page.getByLabel('Colour').selectOption('Blue');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: word })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/tickets/${ticket.id}`);
  await expect(page.getByRole('heading', { level: 1, name: ticket.title })).toBeVisible();
  const field = page.getByRole('combobox', { name: 'Tags' });
  await page.keyboard.press('t');
  await expect(field).toBeFocused();
  await page.keyboard.type('roof');
  await expect(page.getByRole('option', { name: word })).toBeVisible();
  await expectAccessible(page);
  await field.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Tagged ${word}.`)).toBeVisible();
  await expect(page.getByRole('button', { name: `Remove tag ${word}` })).toBeVisible();
  await page.keyboard.press('Escape');
  await expectAccessible(page);

  // taken off, and put back by Undo
  await tabTo(page, page.getByRole('button', { name: `Remove tag ${word}` }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Tag ${word} removed.`)).toBeVisible();
  await expect(page.getByRole('button', { name: `Remove tag ${word}` })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().press('Enter');
  await expect(page.getByRole('button', { name: `Remove tag ${word}` })).toBeVisible();

  await page.goto('/tickets');
  await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter');
  const panel = page.getByRole('dialog', { name: 'Filter tickets' });
  await panel.getByRole('combobox', { name: 'Tags' }).focus();
  await page.keyboard.type('roof');
  await expect(page.getByRole('option', { name: word })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: `Remove tag ${word}` })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/[?&]tag=\d+/);
  await expect(page.getByRole('button', { name: `Remove filter Tag: ${word}` })).toBeVisible();
  await expect(page.getByRole('link', { name: ticket.title })).toContainText(word);
  await expect(page.getByRole('link', { name: 'The window does not close' })).toHaveCount(0);
  await expectAccessible(page);

  await signIn(otherPage, ines, `/tickets/${ticket.id}`);
  await expect(otherPage.getByRole('heading', { level: 1, name: ticket.title })).toBeVisible();
  await expect(otherPage.getByText('Smoke.')).toBeVisible();
  await expect(otherPage.getByText(word)).toHaveCount(0);
  await expect(otherPage.getByText('Tags')).toHaveCount(0);
});
