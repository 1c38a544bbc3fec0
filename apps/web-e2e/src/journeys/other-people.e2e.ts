import { expect, expectAccessible, test } from '../support/desk.js';
import { newPerson, openTicket, register, signIn } from '../support/people.js';

test("nobody opens somebody else's ticket by its address", async ({ page, request }) => {
  const ticket = await openTicket(request, await register(request, newPerson('Ada', 'Lovelace')), {
    title: 'A private matter',
  });
  const eve = newPerson('Eve', 'Curious');
  await register(request, eve);
  await signIn(page, eve, `/tickets/${ticket.id}`);
  await expect(page.getByText('There is no such ticket')).toBeVisible();
  await expect(page.getByText('A private matter')).toHaveCount(0);
  await expectAccessible(page);

  await page.goto('/tickets/2000000000');
  await expect(page.getByText('There is no such ticket')).toBeVisible();
});

test('an address that leads nowhere says so', async ({ page }) => {
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
});
