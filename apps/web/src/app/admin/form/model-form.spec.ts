import { TestBed } from '@angular/core/testing';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../../testing/backend';
import { ADA, makeMe } from '../../../testing/make';
import { makeIntegration, makeTemplate } from '../../../testing/make-admin';
import { provideSignedIn } from '../../../testing/signed-in';
import { INTEGRATIONS } from '../models/integrations/integrations.model';
import { TEMPLATES } from '../models/templates/templates.model';
import type { ModelDescription, Row } from '../registry/model-description';
import { ModelForm } from './model-form';

const ONE = '/api/admin/templates/2/';

async function renderForm(row: Row | null = makeTemplate(), model: ModelDescription = TEMPLATES) {
  TestBed.resetTestingModule();
  const saved = jest.fn();
  const { fixture, rerender } = await render(ModelForm, {
    providers: [provideBackend(), provideSignedIn(makeMe(ADA))],
    inputs: { model, row },
    // as the page does
    on: { saved, found: (found) => void rerender({ inputs: { model, row: found } }) },
  });
  return { backend: new Backend(), saved, user: userEvent.setup(), leave: () => fixture.destroy() };
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const save = () => screen.getByRole('button', { name: 'Save' });

describe('a form', () => {
  beforeEach(() => localStorage.clear());

  it('has its fields under headings', async () => {
    await renderForm();
    const part = screen.getByRole('group', { name: 'What a new ticket starts with' });
    expect(part).toContainElement(field('Description'));
    expect(part).not.toContainElement(field('Name'));
  });

  it('sends what stands in fields of every kind, based on the version that was read', async () => {
    const { backend, saved, user } = await renderForm();
    await user.clear(field('Description'));
    await user.type(field('Description'), '**Steps**');
    await user.click(screen.getByRole('checkbox', { name: 'Offered' }));
    await user.selectOptions(field('Category'), 'Billing');
    await user.click(save());
    const { body, headers } = await backend.answer('PATCH', ONE, makeTemplate({ version: 2 }));
    expect(headers.get('If-Match')).toBe('"1"');
    expect(body).toEqual({
      name: 'Bug report',
      title: '',
      description: '**Steps**',
      category: 'billing',
      priority: 'medium',
      is_active: false,
    });
    expect(saved).toHaveBeenCalledTimes(1);
  });

  it('makes a new one once, even when the answer got lost', async () => {
    const { backend, saved, user } = await renderForm(null);
    await user.type(field('Name'), 'Refund');
    const create = screen.getByRole('button', { name: 'Create' });
    await user.click(create);
    const first = await backend.next('POST', '/api/admin/templates/');
    first.error(new ProgressEvent('error'));
    await screen.findByText(/server cannot be reached/);
    await user.click(create);
    const second = await backend.answer('POST', '/api/admin/templates/', makeTemplate(), 201);
    const key = second.headers.get('Idempotency-Key');
    expect(key).toBeTruthy();
    expect(first.request.headers.get('Idempotency-Key')).toBe(key);
    expect(saved).toHaveBeenCalledTimes(1);
  });
});

describe('a form that was left half-filled', () => {
  beforeEach(() => localStorage.clear());

  it('is as it was left, over what others have changed since', async () => {
    const first = await renderForm();
    await first.user.type(field('Name'), ' of customers');
    first.leave();
    await renderForm(makeTemplate({ title: 'A title by somebody else' }));
    expect(screen.getByText(/^Draft from \d\d:\d\d restored\./)).toBeVisible();
    expect(field('Name')).toHaveValue('Bug report of customers');
    expect(field('Title')).toHaveValue('A title by somebody else');
  });

  it('can be thrown away', async () => {
    const first = await renderForm();
    await first.user.type(field('Name'), ' of customers');
    first.leave();
    const { user, leave } = await renderForm();
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(field('Name')).toHaveValue('Bug report');
    leave();
    await renderForm();
    expect(screen.queryByText(/restored/)).not.toBeInTheDocument();
  });

  it('leaves no draft behind once it is saved', async () => {
    const { backend, leave, user } = await renderForm();
    await user.type(field('Name'), '!');
    await user.click(save());
    await backend.answer('PATCH', ONE, makeTemplate({ name: 'Bug report!' }));
    leave();
    expect(localStorage).toHaveLength(0);
  });

  it('keeps no secrets', async () => {
    const jira = makeIntegration({ kind: 'jira' });
    const { user } = await renderForm(jira, INTEGRATIONS);
    await user.type(field('API token'), 'hunter2');
    await user.type(field('Name'), ' x');
    expect(JSON.stringify({ ...localStorage })).toContain('Warehouse x');
    expect(JSON.stringify({ ...localStorage })).not.toContain('hunter2');
  });
});

describe('a form whose row somebody else has changed meanwhile', () => {
  beforeEach(() => localStorage.clear());

  async function collide() {
    const page = await renderForm();
    await page.user.type(field('Name'), ' of mine');
    await page.user.click(save());
    await page.backend.refuse('PATCH', ONE, 412);
    await page.backend.answer('GET', ONE, makeTemplate({ category: 'billing', version: 7 }));
    return page;
  }

  it('says so, and what they changed; nothing typed is lost', async () => {
    const { saved } = await collide();
    const notice = screen.getByRole('alert');
    expect(notice).toHaveTextContent('Somebody has changed this meanwhile.');
    expect(notice).toHaveTextContent(/Category: Bug → is now Billing/);
    expect(field('Name')).toHaveValue('Bug report of mine');
    expect(saved).not.toHaveBeenCalled();
  });

  it('is saved over it by choice', async () => {
    const { backend, saved, user } = await collide();
    await user.click(screen.getByRole('button', { name: 'Save mine over it' }));
    const request = await backend.answer(
      'PATCH',
      ONE,
      makeTemplate({ name: 'Bug report of mine', version: 8 }),
    );
    expect(request.headers.get('If-Match')).toBe('"7"');
    expect(request.body).toMatchObject({ name: 'Bug report of mine', category: 'bug' });
    expect(saved).toHaveBeenCalledTimes(1);
  });

  it('shows theirs by choice', async () => {
    const { user } = await collide();
    await user.click(screen.getByRole('button', { name: 'Show theirs, drop mine' }));
    expect(field('Name')).toHaveValue('Bug report');
    expect(field('Category')).toHaveValue('billing');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says what is wrong when it cannot be saved over it', async () => {
    const { backend, user } = await collide();
    await user.click(screen.getByRole('button', { name: 'Save mine over it' }));
    await backend.refuse('PATCH', ONE, 409, 'Another template has this name.');
    expect(screen.getByText('Another template has this name.')).toBeVisible();
    expect(field('Name')).toHaveValue('Bug report of mine');
  });
});
