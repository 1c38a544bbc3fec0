import { readFile } from 'node:fs/promises';
import type { APIRequestContext, Page } from '@playwright/test';
import { parseCsv } from '../support/csv.js';
import { expect, expectAccessible } from '../support/desk.js';
import { testWith } from '../support/own-product.js';
import { ADMIN, newPerson, openTicket, register, signIn } from '../support/people.js';

// a product of its own: nobody else changes how many there are
const test = testWith({});

const MANY = 30;
const FORMULA = '=HYPERLINK("https://evil.example","Click")';

/** Thirty bugs and two billing questions of a new person, one of whose titles would calculate in a spreadsheet. */
async function makeTickets(request: APIRequestContext): Promise<void> {
  const vera = await register(request, newPerson('Vera', 'Moor'));
  const titles = [FORMULA, ...Array.from({ length: MANY - 1 }, (_, index) => `Gate ${index + 1}, jammed`)];
  for (const title of titles) await openTicket(request, vera, { title, category: 'bug', priority: 'low' });
  for (const title of ['Invoice "November"', 'Refund']) {
    await openTicket(request, vera, { title, category: 'billing', priority: 'low' });
  }
}

const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('rowheader') });

/** Bugs of Vera's, all of them on screen. */
async function filterBugs(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Category: Any' }).click();
  await page.getByRole('option', { name: 'Bug', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Requester: Any' }).click();
  await page.getByRole('combobox', { name: 'Requester' }).fill('Vera');
  await page.getByRole('option', { name: /Vera Moor/ }).click();
  await expect(page.getByRole('button', { name: 'Requester: Vera Moor' })).toBeVisible();
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect(rows(page)).toHaveCount(MANY);
}

test('an admin assigns thirty tickets at once, takes it back, and takes them home as a file', async ({
  page,
  request,
}) => {
  // axe reads thirty rows again and again
  test.slow();
  await makeTickets(request);
  await signIn(page, ADMIN, '/admin/tickets');
  await filterBugs(page);
  await expectAccessible(page);

  await page.getByRole('checkbox', { name: 'Select all that are loaded' }).check();
  const bar = page.getByRole('toolbar', { name: 'Selected rows' });
  await expect(bar.getByText(`${MANY} selected`)).toBeVisible();
  await bar.getByRole('button', { name: 'Assign' }).click();
  const question = page.getByRole('dialog', { name: `Assign ${MANY} tickets?` });
  await question.getByRole('combobox', { name: 'Admin' }).fill('First');
  await question.getByRole('option', { name: /First Admin/ }).click();
  // what would happen is said before it does
  await expect(question.getByText(`${MANY} tickets: assignee Nobody -> First Admin`)).toBeVisible();
  await expect(rows(page).filter({ hasText: 'First Admin' })).toHaveCount(0);
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(page.getByText(`${MANY} tickets changed.`)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(`${MANY} tickets are as they were.`)).toBeVisible();
  await expect(rows(page).filter({ hasText: 'First Admin' })).toHaveCount(0);

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /CSV/ }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^tickets.*\.csv$/);
  const [header, ...lines] = parseCsv(await readFile(await file.path(), 'utf8'));
  expect(header).toEqual(
    expect.arrayContaining(['Number', 'Title', 'Status', 'Priority', 'Category', 'Requester']),
  );
  expect(lines).toHaveLength(MANY);
  const columnOf = (name: string) => lines.map((cells) => cells[header!.indexOf(name)]);
  const titles = columnOf('Title');
  expect(titles).toContain('Gate 1, jammed');
  expect(titles).toContain(`'${FORMULA}`);
  expect(lines.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
  expect(new Set(columnOf('Category'))).toEqual(new Set(['bug']));
  expect(new Set(columnOf('Assignee'))).toEqual(new Set(['']));
});

test('an admin edits a person, and reads what was changed', async ({ page, request }) => {
  const nora = newPerson('Nora', 'Vance');
  await openTicket(request, await register(request, nora), { title: 'Lamp flickers' });
  await signIn(page, ADMIN, '/admin/users');
  await page.getByRole('searchbox', { name: 'Search name or e-mail' }).fill(nora.email);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Nora Vance' }).click();
  await page.getByLabel('Last name').fill('Vance-Ito');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nora Vance-Ito' })).toBeVisible();
  await page.getByRole('link', { name: 'History' }).click();
  const change = page.getByRole('listitem').filter({ hasText: 'Vance-Ito' }).first();
  await expect(change).toContainText('First Admin');
  await expectAccessible(page);
});

test('an admin changes, deletes and restores a ticket, and reads its history', async ({ page, request }) => {
  const nora = newPerson('Nora', 'Vance');
  const ticket = await openTicket(request, await register(request, nora), { title: 'Lamp flickers' });
  await signIn(page, ADMIN, '/admin/users');
  await page.getByRole('searchbox', { name: 'Search name or e-mail' }).fill(nora.email);
  await page.keyboard.press('Enter');
  // from the person to the tickets that wait for them
  await page.getByRole('link', { name: 'Nora Vance' }).click();
  await page.getByRole('link', { name: '1 requested by them' }).click();
  await page.getByRole('link', { name: ticket.title }).click();
  await page.getByLabel('Priority').selectOption('Urgent');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Delete' }).click();
  const question = page.getByRole('dialog', { name: /^Delete/ });
  await expect(question.getByText(/Its comments, its rating and its history/)).toBeVisible();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('button', { name: 'Restore' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByRole('button', { name: 'Delete' })).toBeVisible();
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Urgent' }).first()).toContainText('First Admin');
  await expectAccessible(page);
});
