import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import type { RatingInvitation } from '@ticketing/contracts';
import { Backend, provideBackend } from '../../testing/backend';
import { RateByLink } from './rate-by-link';

const LOOK_UP = '/api/ratings/look_up/';
const RATE = '/api/ratings/by_link/';
const GIVEN = { score: 4, comment: null, created_at: '2026-11-24T12:00:00.000Z' };
const DEAD = [{ pointer: '/token', detail: 'This link cannot be used any more. Rate on the ticket’s page.' }];

/** The page behind a link for that score. */
async function renderPage(score?: string) {
  await render(RateByLink, {
    providers: [provideRouter([]), provideBackend()],
    inputs: { token: 'token-of-the-mail', ...(score !== undefined && { score }) },
  });
  return { backend: new Backend(), user: userEvent.setup() };
}

async function renderInvitation(score?: string, facts: Partial<RatingInvitation> = {}) {
  const set = await renderPage(score);
  const invitation = { ticket: { id: 182, title: 'The printer hums' }, can_rate: true, ...facts };
  const { body } = await set.backend.answer('POST', LOOK_UP, invitation);
  return { ...set, asked: body as unknown };
}

const send = () => screen.getByRole('button', { name: 'Send rating' });
const way = (name: string) => screen.getByRole('link', { name });

describe('RateByLink', () => {
  it('shows what is asked about, with the number of the link, and rates nothing by itself', async () => {
    const { asked, backend } = await renderInvitation('4');
    expect(asked).toEqual({ token: 'token-of-the-mail' });
    expect(screen.getByText('#182')).toBeVisible();
    expect(screen.getByText('The printer hums')).toBeVisible();
    expect(screen.getByRole('radio', { name: '4' })).toBeChecked();
    expect(backend.waiting('POST', RATE)).toHaveLength(0);
  });

  it('rates when told to, thanks, and leads to the ticket', async () => {
    const { backend, user } = await renderInvitation('4');
    await user.type(screen.getByLabelText(/Anything to add/), 'Quick.');
    await user.click(send());
    const { body } = await backend.answer('POST', RATE, GIVEN, 201);
    expect(body).toEqual({ token: 'token-of-the-mail', score: 4, comment: 'Quick.' });
    expect(await screen.findByText('Thank you. You rated this 4 of 5.')).toBeVisible();
    expect(way('Open the ticket')).toHaveAttribute('href', '/tickets/182');
    expect(way('Open the ticket')).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Send rating' })).not.toBeInTheDocument();
  });

  it('sends another number when somebody thinks better of it', async () => {
    const { backend, user } = await renderInvitation('4');
    await user.click(screen.getByRole('radio', { name: /^1/ }));
    await user.click(send());
    expect((await backend.next('POST', RATE)).request.body).toMatchObject({ score: 1 });
  });

  it.each([[undefined], ['9'], ['four']])('chooses no number by itself for the score %s', async (score) => {
    const { backend, user } = await renderInvitation(score);
    await user.click(send());
    expect(await screen.findByText('Choose a number.')).toBeVisible();
    expect(backend.waiting('POST', RATE)).toHaveLength(0);
  });

  it('says that it was rated already, and leads to the ticket', async () => {
    await renderInvitation('4', { can_rate: false });
    expect(screen.getByText(/was rated already, or the ticket was reopened/)).toBeVisible();
    expect(way('Open the ticket')).toHaveAttribute('href', '/tickets/182');
    expect(screen.queryByRole('group')).not.toBeInTheDocument();
  });

  it('says so when it was rated in another tab meanwhile', async () => {
    const { backend, user } = await renderInvitation('4');
    await user.click(send());
    await backend.refuse('POST', RATE, 409, 'How this was resolved was rated already.', [], 'already-rated');
    expect(await screen.findByText('How this was resolved was rated already.')).toBeVisible();
    expect(way('Open the ticket')).toBeVisible();
  });

  it('says that a link is too old, and leads on', async () => {
    const { backend } = await renderPage('4');
    await backend.refuse('POST', LOOK_UP, 400, 'Some fields are not valid.', DEAD);
    expect(await screen.findByRole('alert')).toHaveTextContent('This link cannot be used any more.');
    expect(way('Go to your tickets')).toHaveAttribute('href', '/tickets');
  });

  it('says so when the link runs out while the page is open', async () => {
    const { backend, user } = await renderInvitation('4');
    await user.click(send());
    await backend.refuse('POST', RATE, 400, 'Some fields are not valid.', DEAD);
    expect(await screen.findByRole('alert')).toHaveTextContent('This link cannot be used any more.');
  });

  it('looks again when the server was away', async () => {
    const { backend, user } = await renderPage('4');
    await backend.refuse('POST', LOOK_UP, 503, 'The database is away.');
    expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await backend.next('POST', LOOK_UP);
  });

  it('keeps what was typed when it could not be sent', async () => {
    const { backend, user } = await renderInvitation('2');
    await user.type(screen.getByLabelText(/Anything to add/), 'Too slow.');
    await user.click(send());
    await backend.refuse('POST', RATE, 503, 'The database is away.');
    expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.');
    expect(screen.getByLabelText(/Anything to add/)).toHaveValue('Too slow.');
    expect(screen.getByRole('radio', { name: '2' })).toBeChecked();
  });
});
