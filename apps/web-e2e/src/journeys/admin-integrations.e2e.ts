import type { Page } from '@playwright/test';
import { expect, expectAccessible } from '../support/desk.js';
import { Listener } from '../support/listener.js';
import { testWith } from '../support/own-product.js';
import { ADMIN, newPerson, openTicket, register, signIn } from '../support/people.js';

const listener = await Listener.start();
const test = testWith({ ALLOW_PRIVATE_WEBHOOKS: 'true' });
test.afterAll(() => listener.stop());

/** From the empty list to the page of the new webhook. */
async function addWebhook(page: Page): Promise<void> {
  await expect(page.getByText('No integrations yet')).toBeVisible();
  await page.getByRole('link', { name: 'New integration' }).first().click();
  // what is missing is said before anything is sent
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByText('Name is missing.')).toBeVisible();
  await expect(page.getByLabel('Name')).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel('Name').fill('Warehouse');
  await page.getByLabel('Address').fill(listener.url);
  await page.getByRole('button', { name: 'Create' }).click();
}

/** The signing key is shown this once. */
async function keepSecret(page: Page): Promise<void> {
  const secret = page.getByRole('dialog', { name: 'Signing key' });
  await expect(secret.getByText(/^whsec_/)).toBeVisible();
  await expectAccessible(page);
  await secret.getByRole('button', { name: 'Copy' }).click();
  await expect(secret.getByRole('button', { name: 'Copied' })).toBeVisible();
  await secret.getByRole('button', { name: 'I have kept it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Warehouse' })).toBeVisible();
  await expect(page.getByText(/^whsec_/)).toHaveCount(0);
}

test('an admin adds a webhook, tries it out and reads its log', async ({ page, request }) => {
  await signIn(page, ADMIN, '/admin/integrations');
  await addWebhook(page);
  await keepSecret(page);

  await page.getByRole('button', { name: 'Send a test' }).click();
  await expect(page.getByText('The test got through')).toBeVisible();
  await expect(page.getByText(/Answer 200 after \d+ ms/)).toBeVisible();
  const calls = page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
  await expect(calls).toHaveCount(1);
  await expect(calls.first()).toContainText('200');
  await expectAccessible(page);

  // what happens to a ticket is told, and can be told once more
  const told = () => listener.heard.filter((body) => body.includes('Door jams')).length;
  await openTicket(request, await register(request, newPerson('Tove', 'Berg')), { title: 'Door jams' });
  await expect.poll(told).toBe(1);
  await page.getByRole('button', { name: 'Refresh the log' }).click();
  await expect(calls).toHaveCount(2);
  await calls.first().getByText('ticket.created', { exact: true }).click();
  await expectAccessible(page);
  await calls.first().getByRole('button', { name: 'Replay' }).click();
  await expect.poll(told).toBe(2);
});

test('an admin changes a webhook, switches it off and on, and deletes it', async ({ page }) => {
  await signIn(page, ADMIN, '/admin/integrations');
  await addWebhook(page);
  await page.getByRole('button', { name: 'I have kept it' }).click();

  await page.getByLabel('Name').fill('Warehouse north');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Warehouse north' })).toBeVisible();

  await page.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByRole('button', { name: 'Switch on' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Switch off' })).toBeVisible();

  await page.getByRole('link', { name: 'Integrations' }).last().click();
  await expect(page.getByRole('rowheader', { name: 'Warehouse north' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Warehouse north' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  const question = page.getByRole('dialog', { name: 'Delete Warehouse north?' });
  await expect(question.getByText('Its signing key.')).toBeVisible();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No integrations yet')).toBeVisible();
});
