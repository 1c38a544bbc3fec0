import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { expect, expectAccessible } from '../support/desk.js';
import { testWith } from '../support/own-product.js';
import { ADMIN, newPerson, register, signIn } from '../support/people.js';
import { RefusingMailServer } from '../support/refusing-mail-server.js';

const mailServer = await RefusingMailServer.start();
const test = testWith({ SMTP_URL: mailServer.url });
test.afterAll(() => mailServer.stop());

const WORK = 'Mail with a link for an account';

/** Two people whose first mail the mail server refused. */
async function failTwoMails(request: APIRequestContext): Promise<void> {
  await register(request, newPerson('Amir', 'Haddad'));
  await register(request, newPerson('Bo', 'Lind'));
}

/** Mails are sent in the background: looks again until it is as it should be. */
async function reloadUntil(page: Page, wanted: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.reload();
    await wanted();
  }).toPass();
}

const failedMails = (page: Page): Locator => page.getByRole('row').filter({ hasText: WORK });

test('an admin sees why a mail failed, and has it tried again', async ({ page, request }) => {
  await failTwoMails(request);
  await signIn(page, ADMIN);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Admin' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Admin' })).toBeVisible();
  const jobs = page.getByRole('list', { name: 'Models' }).getByRole('link', { name: /Jobs/ });
  await reloadUntil(page, () => expect(jobs).toContainText('2 failed', { timeout: 5_000 }));
  await expectAccessible(page);
  await jobs.click();

  const rows = failedMails(page);
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('550 5.1.1 No such mailbox');
  await expectAccessible(page);

  await rows.first().getByRole('button', { name: WORK, exact: true }).click();
  const sheet = page.getByRole('dialog', { name: WORK });
  await expect(sheet.getByText('user.verification_requested')).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByText('The job is tried again.')).toBeVisible();

  // it is refused once more, and back
  await reloadUntil(page, () => expect(rows).toHaveCount(2, { timeout: 5_000 }));
  await page.getByRole('button', { name: 'Retry all' }).click();
  const question = page.getByRole('dialog', { name: 'Retry all failed jobs?' });
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Retry all' }).click();
  await expect(page.getByText('2 jobs are tried again.')).toBeVisible();
});

test('an admin has several mails tried again without a mouse', async ({ page, request }) => {
  await failTwoMails(request);
  await signIn(page, ADMIN, '/admin/jobs');
  await reloadUntil(page, () => expect(failedMails(page)).toHaveCount(2, { timeout: 5_000 }));

  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
  const bar = page.getByRole('toolbar', { name: 'Selected rows' });
  await expect(bar.getByText('2 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  for (const key of ['x', 'k', 'x']) await page.keyboard.press(key);
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Retry' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 jobs are tried again.')).toBeVisible();
});

test('the admin area does not exist for customers', async ({ page, request }) => {
  const carla = newPerson('Carla', 'Customer');
  await register(request, carla);
  await signIn(page, carla);
  await expect(page.getByRole('link', { name: 'My tickets' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Admin' })).toHaveCount(0);
  await page.goto('/admin/jobs');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
});
