import { expect, expectAccessible, test } from '../support/desk.js';
import { newPerson, register, signIn } from '../support/people.js';

test('one browser ends the session of another one', async ({ page, otherPage, request }) => {
  const yuki = newPerson('Yuki', 'Tanabe');
  await register(request, yuki);
  await signIn(otherPage, yuki);
  await expect(otherPage.getByRole('heading', { name: 'Support tickets' })).toBeVisible();

  await signIn(page, yuki, '/account');
  const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem');
  // The account was made by a program; it has a session, too.
  await expect(sessions).toHaveCount(3);
  await expect(sessions.filter({ hasText: 'This session' })).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole('button', { name: /End the session on Chrome/ }).click();
  await expect(page.getByText('Session ended.')).toBeVisible();
  await expect(sessions).toHaveCount(2);

  await otherPage.reload();
  await expect(otherPage.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(otherPage).toHaveURL(/\/login/);

  await page.getByRole('button', { name: 'End all other sessions' }).click();
  await expect(sessions).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'End all other sessions' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
});
