import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../support/desk.js';
import { ADMIN, newPerson, register, signIn } from '../support/people.js';

/** Names that no other journey uses: all of them share one product. */
const LOAN = 'Loan of a projector';
const ROOM = 'Key of a room';

async function makeTemplate(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'New template' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Description').fill('**Which one:**\n\n**Until when:**');
  await page.getByLabel('Category').selectOption({ label: 'Support' });
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Templates' }).click();
}

const names = (page: Page) => page.getByRole('rowheader').filter({ hasText: /Loan|Key of/ });

async function readHistory(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'History' }).click();
  const history = page.getByRole('list', { name: `History of ${ROOM}` });
  const edited = history.getByRole('article').filter({ hasText: 'Description' }).first();
  await expect(edited).toContainText('First Admin');
  await expect(edited.locator('del')).toContainText('one');
  await expect(edited.locator('ins')).toContainText('room');
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link', { name: ROOM }).click();
}

async function deleteRoom(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Delete' }).click();
  const question = page.getByRole('dialog', { name: `Delete “${ROOM}”?` });
  await expect(question.getByText('Nobody is offered it any more.')).toBeVisible();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Only admins can see it')).toBeVisible();
  await expectAccessible(page);
}

/** A draft outlives a reload. */
async function editRoom(page: Page): Promise<void> {
  await page.getByRole('link', { name: ROOM }).click();
  const description = page.getByLabel('Description');
  await description.fill('**Which room:**\n\n**Until when:**');
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText('Draft from')).toBeVisible();
  await expect(description).toHaveValue('**Which room:**\n\n**Until when:**');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
}

test('an admin keeps templates: makes, orders, edits, deletes and restores them', async ({
  page,
  otherPage,
  request,
}) => {
  await signIn(page, ADMIN, '/admin/templates');
  await makeTemplate(page, LOAN);
  await makeTemplate(page, ROOM);
  await expect(names(page)).toHaveText([LOAN, ROOM]);
  await expectAccessible(page);

  await page.getByRole('button', { name: `Actions: ${ROOM}` }).click();
  await page.getByRole('menuitem', { name: 'Move up' }).click();
  await expect(names(page)).toHaveText([ROOM, LOAN]);
  await expect(page.getByText(`“${ROOM}” is number`)).toBeVisible();
  await page.reload();
  await expect(names(page)).toHaveText([ROOM, LOAN]);

  await editRoom(page);
  await readHistory(page);
  await deleteRoom(page);

  const ines = newPerson('Inês', 'Carvalho');
  await register(request, ines);
  await signIn(otherPage, ines, '/tickets/new');
  const picker = otherPage.getByLabel('Start from a template');
  await expect(picker.getByRole('option', { name: LOAN })).toBeAttached();
  await expect(picker.getByRole('option', { name: ROOM })).toHaveCount(0);

  await page.goto('/admin/templates?is_deleted=true');
  await expect(page.getByRole('rowheader', { name: `${ROOM} Deleted` })).toBeVisible();
  await page.getByRole('button', { name: `Actions: ${ROOM}` }).click();
  await page.getByRole('menuitem', { name: 'Restore' }).click();
  await expect(page.getByText('Template restored.')).toBeVisible();

  await otherPage.reload();
  await picker.selectOption({ label: ROOM });
  await expect(otherPage.getByLabel('Description')).toHaveValue('**Which room:**\n\n**Until when:**');

  await page.goto('/admin');
  const changes = page.getByRole('region', { name: 'Recent changes' });
  await expect(changes.getByRole('listitem').filter({ hasText: 'Template restored' }).first()).toContainText(
    ROOM,
  );
  await expectAccessible(page);
});

test('two admins who edit the same template do not undo each other unasked', async ({ page, otherPage }) => {
  const name = 'Badge for a visitor';
  await signIn(page, ADMIN, '/admin/templates');
  await makeTemplate(page, name);
  await page.getByRole('link', { name }).click();
  await expect(page.getByLabel('Priority')).toHaveValue('medium');
  const address = page.url();

  await signIn(otherPage, ADMIN, new URL(address).pathname);
  await otherPage.getByLabel('Priority').selectOption({ label: 'High' });
  await otherPage.getByRole('button', { name: 'Save' }).click();
  await expect(otherPage.getByText('Saved.')).toBeVisible();

  await page.getByLabel('Title').fill('Badge for ');
  await page.getByRole('button', { name: 'Save' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'Somebody has changed this meanwhile.' });
  await expect(notice).toContainText('Priority: Medium');
  await expect(page.getByLabel('Title')).toHaveValue('Badge for ');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show theirs, drop mine' }).click();
  await expect(page.getByLabel('Priority')).toHaveValue('high');
  await expect(page.getByLabel('Title')).toHaveValue('');
});
