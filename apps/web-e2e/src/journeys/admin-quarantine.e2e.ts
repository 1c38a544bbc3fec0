import type { APIRequestContext, Page } from '@playwright/test';
import { expect, expectAccessible } from '../support/desk.js';
import { testWith } from '../support/own-product.js';
import { ADMIN, signIn } from '../support/people.js';

const SECRET = 'a secret that only the mail server of this test knows'.replaceAll(' ', '-');
const test = testWith({ INBOUND_ADDRESS: 'support@example.test', INBOUND_SECRET: SECRET });

/** What a mail server hands over. */
function mailOf(sender: string, subject: string, text: string): string {
  return [
    `From: ${sender}`,
    'To: support@example.test',
    `Subject: ${subject}`,
    `Message-ID: <${subject.replaceAll(' ', '-')}@example.net>`,
    'Date: Wed, 25 Nov 2026 10:00:00 +0000',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ].join('\r\n');
}

/** Hands over two mails of strangers and opens the list when both are in it. */
async function openQuarantine(page: Page, request: APIRequestContext): Promise<void> {
  for (const mail of [
    mailOf('Mallory Doe <mallory@example.net>', 'Gate does not open', 'It is <b>stuck</b>.'),
    mailOf('Lucky <win@example.net>', 'You have won', 'Click here.'),
  ]) {
    const headers = { authorization: `Bearer ${SECRET}`, 'content-type': 'message/rfc822' };
    const answer = await request.post('/api/inbound/mail/', { data: Buffer.from(mail), headers });
    expect(answer.status()).toBe(202);
  }
  await signIn(page, ADMIN, '/admin/quarantine');
  // mails are read in the background
  await expect(async () => {
    await page.reload();
    const rows = page.getByRole('row').filter({ hasText: 'Unknown sender' });
    await expect(rows).toHaveCount(2, { timeout: 5_000 });
  }).toPass();
}

test('an admin makes a ticket of a stranger’s mail', async ({ page, request }) => {
  await openQuarantine(page, request);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Gate does not open' }).click();
  await expect(page.getByText('Nobody has an account with this address.')).toBeVisible();
  // what looks like HTML stays text
  await expect(page.getByText('It is <b>stuck</b>.')).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download source' }).click();
  expect((await download).suggestedFilename()).toMatch(/^mail-\d+\.eml$/);

  await page.getByRole('button', { name: 'Create a ticket' }).click();
  const question = page.getByRole('dialog', { name: 'Create a ticket from this mail?' });
  await expect(question.getByText(/mallory@example\.net gets an account/)).toBeVisible();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Create the ticket' }).click();
  await expect(page.getByText('Ticket created.')).toBeVisible();
  await page.getByRole('link', { name: /^#\d+$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Gate does not open' })).toBeVisible();
});

test('an admin discards a mail, and finds it by the filter', async ({ page, request }) => {
  await openQuarantine(page, request);
  await page.getByRole('checkbox', { name: 'Select You have won' }).check();
  const bar = page.getByRole('toolbar', { name: 'Selected rows' });
  await bar.getByRole('button', { name: 'Discard' }).click();
  const question = page.getByRole('dialog', { name: 'Discard this mail?' });
  await expect(question.getByText('“You have won” from Lucky <win@example.net>')).toBeVisible();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('link', { name: 'You have won' })).toHaveCount(0);

  await page.getByRole('button', { name: 'State: Waits for a decision' }).click();
  await page.getByRole('option', { name: 'Discarded' }).click();
  await page.getByRole('option', { name: 'Waits for a decision' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await page.getByRole('link', { name: 'You have won' }).click();
  await expect(page.getByText('First Admin').last()).toBeVisible();
});
