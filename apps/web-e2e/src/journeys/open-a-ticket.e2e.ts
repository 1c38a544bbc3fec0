import { expect, expectAccessible, test } from '../support/desk.js';
import { newPerson, register, signIn } from '../support/people.js';

test('a customer opens a ticket and finds it in the list', async ({ page, request }) => {
  const yuki = newPerson('Yuki', 'Tanabe');
  await register(request, yuki);
  await signIn(page, yuki);
  await page.getByRole('button', { name: 'Create new ticket' }).click();
  await expect(page).toHaveURL(/\/tickets\/new/);

  await page.getByRole('button', { name: 'Create ticket' }).click();
  await expect(page.getByLabel('Title')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);

  await page.getByLabel('Title').fill('Nobody can sign in');
  await page.getByLabel('Description').fill('Since **9:10** all of us get an error.');
  await page.getByLabel('Category').selectOption({ label: 'Bug' });
  await page.getByLabel('Priority').selectOption({ label: 'Urgent' });
  await page.getByRole('button', { name: 'Create ticket' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Nobody can sign in' })).toBeVisible();
  await expect(page).toHaveURL(/\/tickets\/\d+/);
  await expect(page.getByText('Received').first()).toBeVisible();
  await expect(page.getByRole('list', { name: 'Tickets' }).getByText('Nobody can sign in')).toBeVisible();
  await expectAccessible(page);
});

test('what somebody typed survives a reload', async ({ page, request }) => {
  const yuki = newPerson('Yuki', 'Tanabe');
  await register(request, yuki);
  await signIn(page, yuki, '/tickets/new');
  await page.getByLabel('Title').fill('Half a thought');
  await page.getByLabel('Description').fill('To be continued');
  await page.reload();
  await expect(page.getByLabel('Title')).toHaveValue('Half a thought');
  await expect(page.getByLabel('Description')).toHaveValue('To be continued');
});
