import { expect, expectAccessible, test } from '../support/desk.js';
import { mailedLink } from '../support/mail.js';
import { enterCredentials, newPerson, register, signIn } from '../support/people.js';

test('somebody who forgot the password sets a new one by a mailed link', async ({ page, request }) => {
  const mara = newPerson('Mara', 'Lindqvist');
  await register(request, mara);
  await page.goto('/login');
  await page.getByRole('link', { name: 'Forgot password?' }).click();
  await expectAccessible(page);
  await page.getByLabel('E-mail').fill(mara.email);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(page.getByText('If there is an account, a mail is on its way.')).toBeVisible();
  await expectAccessible(page);

  await page.goto(await mailedLink(mara.email, '/reset-password/'));
  await expect(page.getByRole('heading', { name: 'Set a new password' })).toBeVisible();
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('must have at least 8 characters')).toBeVisible();
  await expectAccessible(page);
  const changed = { ...mara, password: 'staple battery horse' };
  await page.getByLabel('New password').fill(changed.password);
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByText('Your password is set. Sign in with it.')).toBeVisible();
  await expectAccessible(page);

  await enterCredentials(page, mara);
  await expect(page.getByText('E-mail or password is wrong')).toBeVisible();
  await enterCredentials(page, changed);
  await expect(page.getByRole('heading', { name: 'Support tickets' })).toBeVisible();
});

test('nobody learns from the answer whether an address has an account', async ({ page }) => {
  await page.goto('/forgot-password');
  await page.getByLabel('E-mail').fill(newPerson('No', 'Body').email);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(page.getByText('If there is an account, a mail is on its way.')).toBeVisible();
});

test('a mailed link verifies the address', async ({ page, request }) => {
  const mara = newPerson('Mara', 'Lindqvist');
  await register(request, mara);
  await signIn(page, mara, '/account');
  await expect(page.getByText('Not verified')).toBeVisible();

  await page.goto(await mailedLink(mara.email, '/verify-email/'));
  await expect(page.getByRole('heading', { name: 'Verify your e-mail address' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Verify this address' }).click();
  await expect(page.getByText('Your address is verified.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Go to the tickets' }).click();
  await page.getByRole('button', { name: 'Mara Lindqvist' }).click();
  await page.getByRole('menuitem', { name: 'Your account' }).click();
  await expect(page.getByText('Verified', { exact: true })).toBeVisible();
});
