import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import type { CreateTicketRequest, RegisterRequest, SessionView, TicketView } from '@ticketing/contracts';

export interface Person {
  first_name: string;
  last_name: string;
  email: string;
  password: string;
}

/** The first admin, as the configuration of the run makes it. */
export const ADMIN: Person = {
  first_name: 'First',
  last_name: 'Admin',
  email: 'admin@example.com',
  password: 'a password for journeys',
};

/** Somebody who has not been here yet. */
export function newPerson(first_name: string, last_name: string): Person {
  return { first_name, last_name, email: `${randomUUID()}@example.com`, password: 'correct horse battery' };
}

/** Makes an account through the API, for journeys that are not about that. */
export async function register(request: APIRequestContext, person: Person): Promise<SessionView> {
  const response = await request.post('/api/auth/register/', { data: person satisfies RegisterRequest });
  expect(response.status()).toBe(201);
  return response.json() as Promise<SessionView>;
}

export async function openTicket(
  request: APIRequestContext,
  { access_token }: SessionView,
  fields: Partial<CreateTicketRequest> = {},
): Promise<TicketView> {
  const ticket = {
    title: 'Printer on fire',
    description: 'Smoke.',
    category: 'bug',
    priority: 'high',
    ...fields,
  };
  const headers = { authorization: `Bearer ${access_token}` };
  const response = await request.post('/api/tickets/', { data: ticket, headers });
  expect(response.status()).toBe(201);
  return response.json() as Promise<TicketView>;
}

/** Signs in as people do. */
export async function signIn(page: Page, person: Person, target = '/tickets'): Promise<void> {
  await page.goto(target);
  await enterCredentials(page, person);
  await page.waitForURL(`**${target}*`);
}

/** Fills in the login page and sends it. */
export async function enterCredentials(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs out by the account menu. */
export async function signOut(page: Page, { first_name, last_name }: Person): Promise<void> {
  await page.getByRole('button', { name: `${first_name} ${last_name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}
