import type { APIRequestContext, Locator, Page } from '@playwright/test';
import type { Page as PageOf, SessionView, TicketSummary } from '@ticketing/contracts';
import { expect, expectAccessible } from '../support/desk.js';
import { testWith } from '../support/own-product.js';
import { ADMIN, newPerson, openTicket, register, signIn } from '../support/people.js';

// a product of its own: nobody else changes what is counted
const test = testWith({});

const tile = (page: Page, name: string): Locator =>
  page.getByRole('group', { name, exact: true }).getByRole('link');

/** How many tickets there are in the list that a link opens: what the app asked for is asked once more. */
async function totalBehind(page: Page, link: Locator): Promise<number> {
  const asked = page.waitForRequest((one) => one.url().includes('/api/tickets/?'));
  await link.click();
  const list = await asked;
  await expect(page.getByRole('heading', { name: 'Support tickets' })).toBeVisible();
  const { authorization = '' } = await list.allHeaders();
  const answer = await page.request.get(list.url(), { headers: { authorization } });
  const { total } = (await answer.json()) as PageOf<TicketSummary>;
  await expect(page.getByRole('list', { name: 'Tickets' }).getByRole('listitem')).toHaveCount(total!);
  return total!;
}

/** The number that a link says is the total of its list. Goes there and back. */
async function expectTotal(page: Page, link: Locator): Promise<void> {
  const words = (await link.getAttribute('aria-label')) ?? (await link.innerText());
  const [, number = ''] = /: ([\d,]+)/.exec(words) ?? /([\d,]+)/.exec(words) ?? [];
  expect(await totalBehind(page, link), words).toBe(Number(number.replace(',', '')));
  await page.goBack();
}

/** The first admin takes, answers and resolves a ticket for each score, and its requester gives it. */
async function haveTicketsRated(request: APIRequestContext, scores: number[]): Promise<void> {
  const mia = await register(request, newPerson('Mia', 'Keller'));
  const signedIn = await request.post('/api/auth/login/', { data: ADMIN });
  const admin = (await signedIn.json()) as SessionView;
  for (const score of scores) {
    const { id } = await openTicket(request, mia);
    for (const [{ access_token }, method, path, data] of [
      [admin, 'patch', '', { assigned_to: admin.user.id }],
      [admin, 'post', 'add_comment/', { content: 'It is on its way.' }],
      [admin, 'patch', 'update_status/', { status: 'resolved' }],
      [mia, 'post', 'rating/', { score }],
    ] as const) {
      const headers = { authorization: `Bearer ${access_token}` };
      const answer = await request[method](`/api/tickets/${id}/${path}`, { data, headers });
      expect(answer.ok(), path).toBe(true);
    }
  }
}

test('an admin sees how the desk does, and each number opens its list', async ({ page, request }) => {
  const mia = await register(request, newPerson('Mia', 'Keller'));
  await openTicket(request, mia, { category: 'billing', priority: 'urgent' });
  await openTicket(request, mia, { category: 'bug', priority: 'low' });
  await signIn(page, ADMIN);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Stats' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stats');
  await expect(page.getByRole('heading', { name: 'Do we keep up?' })).toBeVisible();
  await expectAccessible(page);

  for (const name of ['Open now', 'Unassigned', 'Created', 'Resolved']) {
    const link = tile(page, name).first();
    const said = Number(await link.innerText());
    expect(said, name).toBeGreaterThan(0);
    expect(await totalBehind(page, link), name).toBe(said);
    await page.goBack();
  }
  for (const name of [/^Urgent: \d+ created$/, /^Billing: \d+ created$/, /^Nobody: \d+ in all$/]) {
    const link = page.getByRole('link', { name });
    const said = Number(/\d+/.exec((await link.getAttribute('aria-label'))!)![0]);
    expect(said, String(name)).toBeGreaterThan(0);
    expect(await totalBehind(page, link), String(name)).toBe(said);
    await page.goBack();
  }
});

test('numbers of every figure are those of their lists', async ({ page, request }) => {
  await haveTicketsRated(request, [5, 2]);
  await signIn(page, ADMIN, '/stats');
  await expect(page.getByRole('heading', { name: 'What did each admin do?' })).toBeVisible();

  // how many a median, or a mean, is of
  for (const name of ['First answer', 'Time to resolve', 'Satisfaction']) {
    await expectTotal(page, tile(page, name).filter({ hasText: /^[\d,]+$/ }));
  }
  for (const name of [/^5 \(best\): [1-9]\d* tickets$/, /^2: [1-9]\d* tickets$/, /^Today: \d+ open now$/]) {
    await expectTotal(page, page.getByRole('link', { name }));
  }
  await expectTotal(page, page.getByRole('group', { name: 'Resolved, by day' }).getByRole('link').last());

  // today, in the table: created, resolved, open at the end
  for (let i = 0; i < 3; i++) {
    const figure = page.getByRole('region', { name: 'Do we keep up?', exact: true });
    await figure.getByRole('button', { name: 'Show as table' }).click();
    await expectTotal(page, figure.getByRole('row').last().getByRole('link').nth(i));
  }
  const me = page.getByRole('row', { name: `${ADMIN.first_name} ${ADMIN.last_name}` }).getByRole('link');
  await expect(me).toHaveCount(4);
  for (let i = 0; i < 4; i++) await expectTotal(page, me.nth(i));
});

test('what a list from the statistics is filtered by are chips that go away', async ({ page }) => {
  await signIn(page, ADMIN, '/stats');
  await page.getByRole('link', { name: /^5 \(best\): \d+ tickets?$/ }).click();
  const chips = page.getByRole('list', { name: 'Active filters' });
  await expect(chips.getByRole('button', { name: 'Remove filter Score: 5 of 5' })).toBeVisible();
  await expect(chips.getByRole('button', { name: /^Remove filter Rated (from|to) / })).toHaveCount(2);
  await expect(page).toHaveURL(/sort=-rated_at/);
  await expectAccessible(page);
  await chips.getByRole('button', { name: /Remove filter Rated from/ }).click();
  await chips.getByRole('button', { name: /Remove filter Rated to/ }).click();
  await expect(page).toHaveURL(/\/tickets\?score=5$/);
});

test('the period stands in the address, and is chosen without a mouse', async ({ page }) => {
  await signIn(page, ADMIN, '/stats');
  await page.getByRole('link', { name: 'Last 7 days' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/stats\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d$/);
  await expect(page.getByRole('link', { name: 'Last 7 days' })).toHaveAttribute('aria-current', 'true');
  await expect(page.getByText('against the 7 days before').first()).toBeVisible();

  // each hour is a list, of longer periods, too
  await page.getByRole('link', { name: 'Last 90 days' }).click();
  await expect(page.getByText('against the 90 days before').first()).toBeVisible();
  const hours = page.getByRole('group', { name: /^Most often on/ }).getByRole('link');
  await expect(hours).toHaveCount(7 * 24);
  const busy = hours.and(page.getByLabel(/: [1-9]\d* tickets?$/)).first();
  const said = Number(/: (\d+) tickets?$/.exec((await busy.getAttribute('aria-label'))!)![1]);
  expect(await totalBehind(page, busy)).toBe(said);
  await page.goBack();

  await page.getByLabel('From', { exact: true }).fill('2026-01-01');
  await page.getByLabel('To', { exact: true }).fill('2025-01-01');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The first day must not be after the last.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('To', { exact: true }).fill('2026-03-31');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/stats\?from=2026-01-01&to=2026-03-31$/);
  await expect(page.getByText('1 Jan to 31 Mar 2026')).toBeVisible();
});

test('what is drawn is a table and a file, too', async ({ page }) => {
  await signIn(page, ADMIN, '/stats');
  const figure = page.getByRole('region', { name: 'What are they about?', exact: true });
  await figure.getByRole('button', { name: 'Show as table' }).click();
  await expect(figure.getByRole('columnheader').first()).toHaveText('Category');
  await expect(figure.getByRole('rowheader')).toHaveText([
    'Bug',
    'Feature request',
    'Support',
    'Billing',
    'Other',
  ]);
  await figure.getByRole('button', { name: /^How it is counted/ }).click();
  await expect(figure.getByText(/Tickets created on these days/)).toBeVisible();
  await expectAccessible(page);
  const saved = page.waitForEvent('download');
  await figure.getByRole('button', { name: 'Download CSV' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^by-category-[\d-]+\.csv$/);
});

test('the statistics do not exist for customers', async ({ page, request }) => {
  const noah = newPerson('Noah', 'Weber');
  await register(request, noah);
  await signIn(page, noah);
  await expect(page.getByRole('link', { name: 'My tickets' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Stats' })).toHaveCount(0);
  await page.goto('/stats');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
});
