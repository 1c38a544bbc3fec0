import { TestBed } from '@angular/core/testing';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import type { TicketTemplate } from '@ticketing/contracts';
import { Backend, provideBackend } from '../../../testing/backend';
import { makeTemplate, makeTicket } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { CreateTicketForm } from './create-ticket-form';

async function renderForm() {
  const created = jest.fn();
  const view = await render(CreateTicketForm, {
    providers: [provideBackend(), provideSignedIn()],
    on: { created },
  });
  return { ...view, created, backend: new Backend(), user: userEvent.setup() };
}

const title = () => screen.getByLabelText('Title');
const description = () => screen.getByLabelText('Description');
const send = (user: ReturnType<typeof userEvent.setup>) =>
  user.click(screen.getByRole('button', { name: 'Create ticket' }));

async function fillIn(user: ReturnType<typeof userEvent.setup>) {
  await user.type(title(), ' The printer hums ');
  await user.type(description(), 'It prints nothing.');
}

const picker = () => screen.queryByLabelText('Start from a template');
const DEVICE = makeTemplate();
const IDEA = makeTemplate({ id: 6, name: 'Idea', title: '', description: '', category: 'feature' });

async function renderWithTemplates(...templates: TicketTemplate[]) {
  const set = await renderForm();
  await set.backend.answer('GET', '/api/templates/', { results: templates });
  const pick = (name: string) => set.user.selectOptions(picker()!, name);
  return { ...set, pick };
}

describe('CreateTicketForm', () => {
  beforeEach(() => localStorage.clear());

  it('creates a ticket', async () => {
    const { backend, created, user } = await renderForm();
    await fillIn(user);
    await user.selectOptions(screen.getByLabelText('Category'), 'bug');
    await user.selectOptions(screen.getByLabelText('Priority'), 'high');
    await send(user);
    const ticket = makeTicket();
    const { body } = await backend.answer('POST', '/api/tickets/', ticket, 201);
    expect(body).toEqual({
      title: 'The printer hums',
      description: 'It prints nothing.',
      category: 'bug',
      priority: 'high',
    });
    expect(created).toHaveBeenCalledWith(ticket);
  });

  it('starts as an ordinary request', async () => {
    await renderForm();
    expect(screen.getByLabelText('Category')).toHaveValue('support');
    expect(screen.getByLabelText('Priority')).toHaveValue('medium');
  });

  it('says what is missing, and goes there, before it asks the server', async () => {
    const { backend, user } = await renderForm();
    await send(user);
    expect(await screen.findByText('Title is missing.')).toBeVisible();
    expect(screen.getByText('Description is missing.')).toBeVisible();
    expect(title()).toHaveFocus();
    expect(backend.waiting('POST', '/api/tickets/')).toHaveLength(0);
  });

  it.each([
    ['ab', 'Title must have at least 3 characters.'],
    ['  a  ', 'Title must have at least 3 characters.'],
    ['   ', 'Title is missing.'],
  ])('does not take the title "%s"', async (text, message) => {
    const { user } = await renderForm();
    await user.type(title(), text);
    await user.tab();
    expect(await screen.findByText(message)).toBeVisible();
    expect(title()).toBeInvalid();
  });

  it("counts people's characters, not the computer's", async () => {
    const { user } = await renderForm();
    await user.click(title());
    await user.paste('🖨'.repeat(200));
    await user.tab();
    expect(screen.queryByText(/too long/)).not.toBeInTheDocument();
    await user.click(title());
    await user.paste('🖨🖨');
    await user.tab();
    expect(await screen.findByText('Title is 2 characters too long.')).toBeVisible();
  });

  it('tells how much room is left when there is little', async () => {
    const { user } = await renderForm();
    await user.click(title());
    await user.paste('x'.repeat(190));
    expect(await screen.findByText('10 characters left.')).toBeVisible();
  });

  it('shows what the server found at its field', async () => {
    const { backend, created, user } = await renderForm();
    await fillIn(user);
    await send(user);
    await backend.refuse('POST', '/api/tickets/', 400, 'Some fields are not valid.', [
      { pointer: '/title', detail: 'Title has a strange character.' },
    ]);
    expect(await screen.findByText('Title has a strange character.')).toBeVisible();
    expect(title()).toHaveAccessibleDescription(expect.stringContaining('Title has a strange character.'));
    expect(created).not.toHaveBeenCalled();
  });

  it('says above the form what belongs to no field, and keeps the text', async () => {
    const { backend, user } = await renderForm();
    await fillIn(user);
    await send(user);
    await backend.refuse('POST', '/api/tickets/', 503, 'The database is away.');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The ticket was not created. The database is away. Your text is kept.',
    );
    expect(description()).toHaveValue('It prints nothing.');
  });

  it('makes one ticket of a retry', async () => {
    const { backend, user } = await renderForm();
    await fillIn(user);
    await send(user);
    const first = await backend.next('POST', '/api/tickets/');
    first.error(new ProgressEvent('error'));
    await screen.findByRole('alert');
    await send(user);
    const second = await backend.next('POST', '/api/tickets/');
    expect(second.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
  });

  it('restores what was typed before a reload', async () => {
    const first = await renderForm();
    await fillIn(first.user);
    first.fixture.destroy();
    TestBed.resetTestingModule();

    await renderForm();
    expect(title()).toHaveValue(' The printer hums ');
    expect(description()).toHaveValue('It prints nothing.');
    expect(screen.getByText(/^Draft from .* restored\./)).toBeVisible();
  });

  it('throws a restored draft away when told to', async () => {
    const first = await renderForm();
    await fillIn(first.user);
    first.fixture.destroy();
    TestBed.resetTestingModule();

    const { user } = await renderForm();
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(title()).toHaveValue('');
    expect(localStorage.getItem('ticketing.draft.3.new-ticket')).toBeNull();
  });

  it('forgets the draft of a ticket that was created', async () => {
    const { backend, user } = await renderForm();
    await fillIn(user);
    expect(localStorage.getItem('ticketing.draft.3.new-ticket')).not.toBeNull();
    await send(user);
    await backend.answer('POST', '/api/tickets/', makeTicket(), 201);
    expect(localStorage.getItem('ticketing.draft.3.new-ticket')).toBeNull();
  });
});

describe('starting from a template', () => {
  beforeEach(() => localStorage.clear());

  it('is not offered where there are none, or they cannot be read', async () => {
    await renderWithTemplates();
    expect(picker()).not.toBeInTheDocument();
    TestBed.resetTestingModule();

    const { backend } = await renderForm();
    await backend.refuse('GET', '/api/templates/', 503);
    expect(picker()).not.toBeInTheDocument();
    expect(title()).toBeVisible();
  });

  it('fills in everything, and says which one it was', async () => {
    const { backend, pick, user } = await renderWithTemplates(DEVICE, IDEA);
    await pick('Broken device');
    expect(title()).toHaveValue('Broken: ');
    expect(description()).toHaveValue('**Which device?**');
    expect(screen.getByLabelText('Category')).toHaveValue('bug');
    expect(screen.getByLabelText('Priority')).toHaveValue('high');
    await user.type(title(), 'printer');
    await send(user);
    expect((await backend.next('POST', '/api/tickets/')).request.body).toEqual({
      title: 'Broken: printer',
      description: '**Which device?**',
      category: 'bug',
      priority: 'high',
      template_id: 5,
    });
  });

  it('asks before it replaces what was typed', async () => {
    const { pick, user } = await renderWithTemplates(DEVICE);
    await fillIn(user);
    await pick('Broken device');
    expect(screen.getByText('Replace what you have typed with “Broken device”?')).toBeVisible();
    expect(description()).toHaveValue('It prints nothing.');
    await user.click(screen.getByRole('button', { name: 'Replace' }));
    expect(description()).toHaveValue('**Which device?**');
    expect(picker()).toHaveFocus();
    expect(screen.queryByText(/Replace what/)).not.toBeInTheDocument();
  });

  it('keeps what was typed when told to', async () => {
    const { backend, pick, user } = await renderWithTemplates(DEVICE);
    await fillIn(user);
    await pick('Broken device');
    await user.click(screen.getByRole('button', { name: 'Keep my text' }));
    expect(picker()).toHaveValue('');
    expect(description()).toHaveValue('It prints nothing.');
    await send(user);
    const { request } = await backend.next('POST', '/api/tickets/');
    expect(request.body).not.toHaveProperty('template_id');
  });

  it('leaves alone what the template leaves open', async () => {
    const { pick, user } = await renderWithTemplates(IDEA);
    await fillIn(user);
    await pick('Idea');
    expect(screen.queryByText(/Replace what/)).not.toBeInTheDocument();
    expect(description()).toHaveValue('It prints nothing.');
    expect(screen.getByLabelText('Category')).toHaveValue('feature');
  });

  it('does not ask about the text of another template, and takes it away again', async () => {
    const { pick } = await renderWithTemplates(DEVICE, IDEA);
    await pick('Broken device');
    await pick('Idea');
    expect(screen.queryByText(/Replace what/)).not.toBeInTheDocument();
    expect(title()).toHaveValue('');
    await pick('Broken device');
    await pick('No template');
    expect(description()).toHaveValue('');
  });

  it('can be sent without a template that was taken away meanwhile', async () => {
    const { backend, pick, user } = await renderWithTemplates(DEVICE);
    await pick('Broken device');
    await send(user);
    await backend.refuse('POST', '/api/tickets/', 400, 'Some fields are not valid.', [
      { pointer: '/template_id', detail: 'There is no such template to start from.' },
    ]);
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no such template to start from.');
    expect(picker()).toHaveValue('');
    await send(user);
    const { request } = await backend.next('POST', '/api/tickets/');
    expect(request.body).toMatchObject({ description: '**Which device?**' });
    expect(request.body).not.toHaveProperty('template_id');
  });

  it('is remembered with the draft', async () => {
    const first = await renderWithTemplates(DEVICE);
    await first.pick('Broken device');
    first.fixture.destroy();
    TestBed.resetTestingModule();

    await renderWithTemplates(DEVICE);
    expect(picker()).toHaveValue('5');
    expect(title()).toHaveValue('Broken: ');
  });
});
