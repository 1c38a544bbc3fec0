import { readFile } from 'node:fs/promises';
import { codeOf } from '../support/authenticator.js';
import { expect, expectAccessible, test } from '../support/desk.js';
import { enterCredentials, newPerson, register, signIn, signOut } from '../support/people.js';

test('somebody sets up two-factor sign-in and signs in by app and by recovery code', async ({
  page,
  request,
}) => {
  const chidi = newPerson('Chidi', 'Okafor');
  await register(request, chidi);
  await signIn(page, chidi, '/account');
  await page.getByRole('button', { name: 'Set up two-factor sign-in' }).click();
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible();
  const secret = await page.getByRole('code').innerText();
  await expectAccessible(page);
  await page.getByLabel('Code').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Switch on' }).click();
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const recoveryCode = await codes.first().innerText();
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain(recoveryCode);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText(recoveryCode)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'New recovery codes' })).toBeVisible();

  await signOut(page, chidi);
  await enterCredentials(page, chidi);
  await expect(page.getByLabel('Code')).toBeFocused();
  await page.getByLabel('Code').fill('000000');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Wrong, or used already.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Code').fill(codeOf(secret, 1));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Support tickets' })).toBeVisible();

  await signOut(page, chidi);
  await enterCredentials(page, chidi);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(recoveryCode);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Support tickets' })).toBeVisible();
});
