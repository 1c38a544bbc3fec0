import { codeOf } from '../support/authenticator.js';
import { expect, expectAccessible } from '../support/desk.js';
import { testWith } from '../support/own-product.js';
import { ADMIN, enterCredentials, newPerson, openTicket, register, signOut } from '../support/people.js';

const test = testWith({ REQUIRE_ADMIN_TWO_FACTOR: 'true' });

test('an admin who needs two-factor sign-in sets it up before the tickets show', async ({
  page,
  request,
}) => {
  const ticket = await openTicket(request, await register(request, newPerson('Carla', 'Customer')));
  const allTickets = page.getByRole('link', { name: 'All tickets' });
  const title = page.getByText(ticket.title);

  await page.goto('/tickets');
  await enterCredentials(page, ADMIN);
  await expect(page).toHaveURL(/\/account#two-factor$/);
  await expect(page.getByText('Your account needs two-factor sign-in. Set it up to go on.')).toBeInViewport();
  await expect(allTickets).toHaveCount(0);
  await expectAccessible(page);

  // no address leads around it
  await page.goto(`/tickets/${ticket.id}`);
  await expect(page).toHaveURL(/\/account#two-factor$/);
  await expect(title).toHaveCount(0);

  await page.getByRole('button', { name: 'Set up two-factor sign-in' }).click();
  const secret = await page.getByRole('code').innerText();
  await page.getByLabel('Code').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Switch on' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('Set it up to go on.')).toHaveCount(0);
  await allTickets.click();
  await expect(title).toBeVisible();

  await signOut(page, ADMIN);
  await enterCredentials(page, ADMIN);
  await page.getByLabel('Code').fill(codeOf(secret, 1));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Support tickets' })).toBeVisible();
});
