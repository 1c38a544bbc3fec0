import type { Locator, Page } from '@playwright/test';
import type { TicketView } from '@ticketing/contracts';
import { expect, expectAccessible, test } from '../support/desk.js';
import { ADMIN, newPerson, openTicket, register, signIn } from '../support/people.js';

/** Presses Tab until it has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(target).toBeFocused({ timeout: 100 });
  }).toPass();
}

/** Makes a tag in the admin area. */
async function makeTag(page: Page, word: string): Promise<void> {
  await signIn(page, ADMIN, '/admin/tags/new');
  await page.getByLabel('Name').fill(word);
  await page.getByLabel('Colour').selectOption('Blue');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: word })).toBeVisible();
  await expectAccessible(page);
}

/** Finds the tag in the field that has the focus, and picks it. */
async function pick(page: Page, word: string): Promise<void> {
  await page.keyboard.type('roof');
  await expect(page.getByRole('option', { name: word })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** Puts it on the ticket, takes it off again, and puts it back by Undo. */
async function tagByKeyboard(page: Page, ticket: TicketView, word: string): Promise<void> {
  await page.goto(`/tickets/${ticket.id}`);
  await expect(page.getByRole('heading', { level: 1, name: ticket.title })).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByRole('combobox', { name: 'Tags' })).toBeFocused();
  await pick(page, word);
  await expect(page.getByText(`Tagged ${word}.`)).toBeVisible();
  const chip = page.getByRole('button', { name: `Remove tag ${word}` });
  await expect(chip).toBeVisible();
  await expectAccessible(page);

  await tabTo(page, chip);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Tag ${word} removed.`)).toBeVisible();
  await expect(chip).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().press('Enter');
  await expect(chip).toBeVisible();
}

/** Narrows the list to the tickets that carry it. */
async function filterBy(page: Page, word: string): Promise<void> {
  await page.goto('/tickets');
  await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter');
  const panel = page.getByRole('dialog', { name: 'Filter tickets' });
  await panel.getByRole('combobox', { name: 'Tags' }).focus();
  await pick(page, word);
  await expect(panel.getByRole('button', { name: `Remove tag ${word}` })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/[?&]tag=\d+/);
  await expect(page.getByRole('button', { name: `Remove filter Tag: ${word}` })).toBeVisible();
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

  await makeTag(page, word);
  await tagByKeyboard(page, ticket, word);
  await filterBy(page, word);
  await expect(page.getByRole('link', { name: ticket.title })).toContainText(word);
  await expect(page.getByRole('link', { name: 'The window does not close' })).toHaveCount(0);
  await expectAccessible(page);

  await signIn(otherPage, ines, `/tickets/${ticket.id}`);
  await expect(otherPage.getByRole('heading', { level: 1, name: ticket.title })).toBeVisible();
  await expect(otherPage.getByText('Smoke.')).toBeVisible();
  await expect(otherPage.getByText(word)).toHaveCount(0);
  await expect(otherPage.getByText('Tags')).toHaveCount(0);
});
