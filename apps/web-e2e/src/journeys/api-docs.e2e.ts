import { expect, test } from '../support/desk.js';

// Without `expectAccessible`: the page is Swagger UI's own, and axe finds what is not ours to mend.
test('somebody reads in the documentation how to list tickets', async ({ page }) => {
  await page.goto('/api/docs');
  await page
    .getByRole('button', { name: /^GET \/api\/tickets\b/i })
    .first()
    .click();
  await expect(page.getByRole('cell', { name: /^sort/ })).toBeVisible();
});
