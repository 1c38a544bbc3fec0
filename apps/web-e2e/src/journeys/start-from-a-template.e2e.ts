import type { CreateTemplateRequest, SessionView } from '@ticketing/contracts';
import { expect, expectAccessible, test } from '../support/desk.js';
import { ADMIN, newPerson, register, signIn } from '../support/people.js';

const TEMPLATE = {
  name: 'Parking permit',
  title: 'Permit for ',
  description: '**Number plate:**\n\n**From when:**',
  category: 'support',
  priority: 'low',
} as const satisfies CreateTemplateRequest;

test('a ticket starts from a template, which takes nothing away unasked', async ({ page, request }) => {
  const { email, password } = ADMIN;
  const login = await request.post('/api/auth/login/', { data: { email, password } });
  const { access_token } = (await login.json()) as SessionView;
  const headers = { authorization: `Bearer ${access_token}` };
  const made = await request.post('/api/admin/templates/', { data: TEMPLATE, headers });
  expect(made.status()).toBe(201);

  const ines = newPerson('Inês', 'Carvalho');
  await register(request, ines);
  await signIn(page, ines, '/tickets/new');
  const picker = page.getByLabel('Start from a template');
  const description = page.getByLabel('Description');
  await description.fill('I need to park.');
  await picker.selectOption({ label: 'Parking permit' });
  await expect(page.getByText('Replace what you have typed with “Parking permit”?')).toBeVisible();
  await expect(description).toHaveValue('I need to park.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Replace' }).click();
  await expect(description).toHaveValue(TEMPLATE.description);
  await expect(page.getByLabel('Priority')).toHaveValue('low');
  await expectAccessible(page);

  await page.getByLabel('Title').fill('Permit for AB-12-CD');
  await page.getByRole('button', { name: 'Create ticket' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Permit for AB-12-CD' })).toBeVisible();
  await expect(page.getByText('Number plate:')).toBeVisible();
});
