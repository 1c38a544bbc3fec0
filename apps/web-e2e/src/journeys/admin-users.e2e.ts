import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/desk.js';
import { mailedLink } from '../support/mail.js';
import { ADMIN, enterCredentials, newPerson, type Person, register, signIn } from '../support/people.js';

/** From the list of people to the page of somebody who was just invited. */
async function invite(page: Page, { first_name, last_name, email }: Person): Promise<void> {
  await page.getByRole('link', { name: 'New user' }).click();
  await page.getByLabel('First name').fill(first_name);
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByText('Last name is missing.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Last name').fill(last_name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${first_name} ${last_name}` })).toBeVisible();
}

test('an admin invites somebody, who sets a password and signs in, until the admin ends that', async ({
  page,
  otherPage,
}) => {
  const ines = newPerson('Ines', 'Okafor');
  await signIn(page, ADMIN, '/admin/users');
  await expect(page.getByRole('row').filter({ hasText: ADMIN.email })).toBeVisible();
  await expectAccessible(page);
  await invite(page, ines);
  await expect(page.getByText('They have not chosen a password yet.')).toBeVisible();
  await expectAccessible(page);

  await otherPage.goto(await mailedLink(ines.email, '/reset-password/'));
  await otherPage.getByLabel('New password').fill(ines.password);
  await otherPage.getByRole('button', { name: 'Set password' }).click();
  await expect(otherPage.getByText('Your password is set. Sign in with it.')).toBeVisible();
  await enterCredentials(otherPage, ines);
  await expect(otherPage.getByRole('heading', { name: 'Support tickets' })).toBeVisible();

  await page.reload();
  await expect(page.getByText('They have not chosen a password yet.')).toHaveCount(0);
  const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem');
  await expect(sessions).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole('button', { name: /End the session on Chrome/ }).click();
  await expect(page.getByText('Session ended.')).toBeVisible();
  await expect(page.getByText('Signed in nowhere.')).toBeVisible();
  await otherPage.reload();
  await expect(otherPage.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('an admin deactivates somebody, who is out at once, and takes it back', async ({
  page,
  otherPage,
  request,
}) => {
  const otto = newPerson('Otto', 'Falk');
  await register(request, otto);
  await signIn(otherPage, otto);
  await expect(otherPage.getByRole('heading', { name: 'Support tickets' })).toBeVisible();

  await signIn(page, ADMIN, '/admin/users');
  await page.getByRole('searchbox', { name: 'Search name or e-mail' }).fill(otto.email);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Otto Falk' }).click();
  await page.getByRole('button', { name: 'Deactivate' }).click();
  const question = page.getByRole('dialog', { name: 'Deactivate Otto Falk?' });
  await expect(question.getByText('Their tickets and comments stay.')).toBeVisible();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByText('Signed in nowhere.')).toBeVisible();
  await otherPage.reload();
  await expect(otherPage.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Deactivate' })).toBeVisible();
  await enterCredentials(otherPage, otto);
  await expect(otherPage.getByRole('heading', { name: 'Support tickets' })).toBeVisible();
});

test('the only admin cannot shut everybody out of the admin area', async ({ complaints, page }) => {
  await signIn(page, ADMIN, '/admin/users');
  await page.getByRole('searchbox', { name: 'Search name or e-mail' }).fill(ADMIN.email);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'First Admin' }).click();
  await page.getByRole('button', { name: 'Make user' }).click();
  await page
    .getByRole('dialog', { name: 'Make First Admin a user?' })
    .getByRole('button', { name: 'Make user' })
    .click();
  await expect(page.getByText(/^This is your own account\./)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Make user' })).toBeVisible();
  // Chromium reports the refusal, too
  expect(complaints).toEqual([expect.stringContaining('status of 409')]);
  complaints.length = 0;
});
