import { expect, test } from '../support/desk.js';
import { ADMIN, newPerson, openTicket, register, signIn } from '../support/people.js';

/** Where the README's pictures go: into the run's own output, or over the committed ones (`npm run pictures`). */
const FOLDER = process.env['E2E_PICTURES'] ?? 'test-results/pictures';

test('the desk of an admin, as the README shows it', async ({ page }) => {
  await signIn(page, ADMIN);
  await page
    .getByRole('list', { name: 'Tickets' })
    .getByRole('link', { name: /Invoice for October/ })
    .click();
  await expect(
    page.getByRole('list', { name: 'Conversation' }).getByText('It has arrived this morning'),
  ).toBeVisible();
  await page.screenshot({ path: `${FOLDER}/desk.png`, animations: 'disabled' });
});

test("a customer's phone, as the README shows it", async ({ page, request }) => {
  const mara = newPerson('Mara', 'Lindqvist');
  const ticket = await openTicket(request, await register(request, mara), {
    title: 'How do I add a second administrator?',
    description:
      'I go on leave in December and somebody should stand in. Where do I give a colleague the rights?',
    category: 'support',
    priority: 'medium',
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(page, mara, `/tickets/${ticket.id}`);
  await expect(page.getByRole('heading', { level: 1, name: ticket.title })).toBeVisible();
  await expect(page.getByText('I go on leave in December')).toBeVisible();
  await page.screenshot({ path: `${FOLDER}/phone.png`, animations: 'disabled' });
});
