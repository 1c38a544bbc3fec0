import type { APIRequestContext, Page } from '@playwright/test';
import type { SessionView } from '@ticketing/contracts';
import { expect, expectAccessible, test } from '../support/desk.js';
import { ADMIN, signIn } from '../support/people.js';

/** Names that no other journey uses: all of them share one product. */
const NAMES = ['Keyboard Alpha', 'Keyboard Beta', 'Keyboard Gamma'];

async function makeTemplates(request: APIRequestContext): Promise<void> {
  const { email, password } = ADMIN;
  const login = await request.post('/api/auth/login/', { data: { email, password } });
  const { access_token } = (await login.json()) as SessionView;
  const headers = { authorization: `Bearer ${access_token}` };
  for (const name of NAMES) {
    const data = { name, category: 'support', priority: 'low' };
    expect((await request.post('/api/admin/templates/', { data, headers })).status()).toBe(201);
  }
}

/** Goes on by the Tab key until something is reached: nothing may be in the way for ever. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: true });
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(wanted).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0], timeout: 30_000 });
}

const focused = (page: Page) => page.locator(':focus');
const selected = (page: Page) => page.getByRole('toolbar', { name: 'Selected rows' });

const rowsOf = (page: Page) => page.getByRole('rowheader');

async function searchAndFilter(page: Page): Promise<void> {
  const rows = rowsOf(page);
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
}

async function chooseColumn(page: Page): Promise<void> {
  await tabTo(page, 'Columns');
  await page.keyboard.press('Enter');
  await expect(focused(page)).toHaveRole('option');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Created' })).toBeVisible();
  await page.keyboard.press('Escape');
}

async function selectTwo(page: Page): Promise<void> {
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
}

/** With its question, and the way back. */
async function deleteAndUndo(page: Page): Promise<void> {
  const rows = rowsOf(page);
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
}

/** Among all rows, in their order. */
async function moveUp(page: Page): Promise<void> {
  const rows = rowsOf(page);
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
}

async function editAndGoBack(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: NAMES[2]! })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('Name', { exact: true })).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0] });
  await page.keyboard.press('End');
  await page.keyboard.type(' renamed');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `${NAMES[2]} renamed` })).toBeVisible();
  const back = page.locator('app-page-heading').getByRole('link', { name: 'Templates' });
  await expect(async () => {
    await page.keyboard.press('Shift+Tab');
    await expect(back).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0] });
  await page.keyboard.press('Enter');
  await expect(rowsOf(page).filter({ hasText: 'Keyboard' })).toHaveText([
    NAMES[0]!,
    `${NAMES[2]} renamed`,
    NAMES[1]!,
  ]);
}

test('everything that a list can do is done without a mouse', async ({ page, request }) => {
  await makeTemplates(request);
  await signIn(page, ADMIN);
  await page.addInitScript(() => {
    // A click of the mouse has a detail; that of a key has none.
    const complain = ({ detail, isTrusted }: MouseEvent) => {
      if (isTrusted && detail > 0) throw new Error('a click');
    };
    addEventListener('click', complain, true);
  });
  await page.goto('/admin/templates');
  await expect(rowsOf(page).filter({ hasText: 'Keyboard' })).toHaveCount(3);
  await searchAndFilter(page);
  await chooseColumn(page);
  await selectTwo(page);
  await deleteAndUndo(page);
  await moveUp(page);
  await editAndGoBack(page);
});

test('the audit log is narrowed to days and a person without a mouse', async ({ page }) => {
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
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('rowheader').first().getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText('Type', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
