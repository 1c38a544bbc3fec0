import type { Page } from '@playwright/test';
import type { SessionView } from '@ticketing/contracts';
import { expect, expectAccessible, test } from '../support/desk.js';
import { ADMIN, signIn } from '../support/people.js';

/** Names that no other journey uses: all of them share one product. */
const NAMES = ['Keyboard Alpha', 'Keyboard Beta', 'Keyboard Gamma'];

async function makeTemplates(page: Page): Promise<void> {
  const { email, password } = ADMIN;
  const login = await page.request.post('/api/auth/login/', { data: { email, password } });
  const { access_token } = (await login.json()) as SessionView;
  const headers = { authorization: `Bearer ${access_token}` };
  for (const name of NAMES) {
    const data = { name, category: 'support', priority: 'low' };
    expect((await page.request.post('/api/admin/templates/', { data, headers })).status()).toBe(201);
  }
}

/** Goes on by the Tab key until something is reached: nothing may be in the way for ever. */
async function tabTo(page: Page, name: string | RegExp, backwards = false): Promise<void> {
  const wanted = page
    .getByRole('button', { name })
    .or(page.getByRole('link', { name, exact: true }))
    .first();
  await expect(async () => {
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
    await expect(wanted).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0], timeout: 30_000 });
}

const focused = (page: Page) => page.locator(':focus');
const selected = (page: Page) => page.getByRole('toolbar', { name: 'Selected rows' });

test('everything that a list can do is done without a mouse', async ({ page }) => {
  await page.addInitScript(() => {
    // A click of the mouse has a detail; that of a key has none.
    addEventListener(
      'click',
      ({ detail, isTrusted }) => isTrusted && detail > 0 && console.error('a click'),
      true,
    );
  });
  await makeTemplates(page);
  await page.goto('/admin/templates');
  const rows = page.getByRole('rowheader');
  await expect(rows.filter({ hasText: 'Keyboard' })).toHaveCount(3);

  // search
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search names' })).toBeFocused();
  await page.keyboard.type('keyboard');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=keyboard/);
  await expect(rows).toHaveText(NAMES);

  // filter
  await tabTo(page, 'Offered: Any');
  await page.keyboard.press('Enter');
  await expect(focused(page)).toHaveRole('option');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/is_active=false/);
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await tabTo(page, 'Remove the filter Offered');
  await page.keyboard.press('Enter');
  await expect(rows).toHaveText(NAMES);

  // columns
  await tabTo(page, 'Columns');
  await page.keyboard.press('Enter');
  await expect(focused(page)).toHaveRole('option');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Created' })).toBeVisible();
  await page.keyboard.press('Escape');

  // walk and select, one by one and as a range
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: NAMES[0]! })).toBeFocused();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(selected(page).getByText('2 selected')).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await expect(selected(page).getByText('3 selected')).toBeVisible();
  await page.keyboard.press('k');
  await page.keyboard.press('x');
  await expect(selected(page).getByText('2 selected')).toBeVisible();
  await expectAccessible(page);

  // a bulk action, with its question, and the way back
  await tabTo(page, 'Delete');
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: 'Delete 2 templates?' });
  await expect(question.getByText('Nobody is offered it any more.')).toBeVisible();
  await tabTo(page, 'Delete');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 templates deleted.')).toBeVisible();
  await expect(rows).toHaveText([NAMES[1]!]);
  await page.keyboard.press('z');
  await expect(rows).toHaveText(NAMES);

  // order: all rows, in their order
  await page.goto('/admin/templates');
  const mine = rows.filter({ hasText: 'Keyboard' });
  await expect(mine).toHaveText(NAMES);
  while (
    !(await page.getByRole('link', { name: NAMES[2]! }).evaluate((link) => link === document.activeElement))
  ) {
    await page.keyboard.press('j');
  }
  await page.keyboard.press('Alt+ArrowUp');
  await expect(mine).toHaveText([NAMES[0]!, NAMES[2]!, NAMES[1]!]);
  await expect(page.getByRole('link', { name: NAMES[2]! })).toBeFocused();

  // open, edit, and back
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: NAMES[2]! })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('Name')).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0] });
  await page.keyboard.press('End');
  await page.keyboard.type(' renamed');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `${NAMES[2]} renamed` })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(mine).toHaveText([NAMES[0]!, `${NAMES[2]} renamed`, NAMES[1]!]);
});

test('a list that comes whole is sorted, and the audit log is narrowed to days, without a mouse', async ({
  page,
}) => {
  await signIn(page, ADMIN, '/admin/audit');
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await tabTo(page, 'When: Any');
  await page.keyboard.press('Enter');
  const days = page.getByRole('dialog', { name: 'When' });
  await expect(days.getByRole('button', { name: 'Today' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/created_after=\d{4}-\d\d-\d\d&created_before=/);
  await tabTo(page, 'By: Any');
  await page.keyboard.press('Enter');
  const field = page.getByRole('combobox', { name: 'By' });
  await expect(field).toBeFocused();
  await page.keyboard.type('First');
  await expect(page.getByRole('option', { name: /First Admin/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/actor=\d+/);
  await expect(page.getByRole('button', { name: /^By: First Admin/ })).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText('Type', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
