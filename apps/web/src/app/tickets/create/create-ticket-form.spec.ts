import { TestBed } from '@angular/core/testing';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../../testing/backend';
import { makeTicket } from '../../../testing/make';
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
