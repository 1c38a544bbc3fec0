import { expect, expectAccessible, test } from '../support/desk.js';
import { newPerson, register, signIn, signOut } from '../support/people.js';

test('somebody makes an account, signs out and signs in again', async ({ page }) => {
  const mara = newPerson('Mara', 'Lindqvist');
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Create an account' }).click();
  await expectAccessible(page);
  await page.getByLabel('First name').fill(mara.first_name);
  await page.getByLabel('Last name').fill(mara.last_name);
  await page.getByLabel('E-mail').fill(mara.email);
  await page.getByLabel('Password').fill(mara.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: 'Support tickets' })).toBeVisible();
  await expectAccessible(page);

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Support tickets' })).toBeVisible();

  await signOut(page, mara);
  await signIn(page, mara);
  await expect(page.getByRole('heading', { name: 'Support tickets' })).toBeVisible();
});

test('a wrong password and a taken address are said at the right place', async ({ page, request }) => {
  const mara = newPerson('Mara', 'Lindqvist');
  await register(request, mara);
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(mara.email);
  await page.getByLabel('Password').fill('something else');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('E-mail or password is wrong')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(mara.email);
});
