import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import type { TicketView } from '@ticketing/contracts';
import { Backend, provideBackend, settle } from '../../../testing/backend';
import { REQUESTER_CAN, makeMe, makePage, makeTicket } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { Toaster } from '../../ui/toaster';
import { OpenTicketStore } from '../data/open-ticket-store';
import { Conversation } from './conversation';

const TICKET = '/api/tickets/182/';
const RATING = '/api/tickets/182/rating/';
const DRAFT = 'ticketing.draft.3.rating-182';

const ASKED = makeTicket({ status: 'resolved', can: { ...REQUESTER_CAN, reopen: true, rate: true } });
const GIVEN = { score: 4, comment: 'Quick.', created_at: '2026-11-24T12:00:00.000Z' };
const RATED = makeTicket({ status: 'resolved', can: REQUESTER_CAN, rating: GIVEN });

/** The conversation of that ticket, as its requester sees it. */
async function renderConversation(ticket: TicketView) {
  const view = await render(Conversation, {
    providers: [provideRouter([]), provideBackend(), provideSignedIn(makeMe())],
    inputs: { ticket },
  });
  const backend = new Backend();
  const store = TestBed.inject(OpenTicketStore);
  store.open(182);
  await backend.answer('GET', TICKET, ticket);
  await backend.answer('GET', `${TICKET}timeline/`, makePage([]));
  /** What the page shows is what the store has. */
  const follow = () => view.rerender({ inputs: { ticket: store.ticket()! }, partialUpdate: true });
  return { ...view, backend, follow, user: userEvent.setup() };
}

const question = () => screen.queryByRole('group', { name: 'Did this help?' });
const score = (name: RegExp) => within(question()!).getByRole('radio', { name });
const comment = () => screen.getByLabelText(/Anything to add/);
const send = () => screen.getByRole('button', { name: 'Send rating' });

describe('RatingPanel', () => {
  beforeEach(() => localStorage.clear());

  it('asks nobody who may not rate', async () => {
    await renderConversation(makeTicket({ status: 'resolved', can: REQUESTER_CAN }));
    expect(question()).not.toBeInTheDocument();
    expect(screen.queryByText(/Thank you/)).not.toBeInTheDocument();
  });

  it('says what the ends mean, also to ears', async () => {
    await renderConversation(ASKED);
    const names = within(question()!)
      .getAllByRole('radio')
      .map((radio) => radio.closest('label')?.textContent?.replace(/\s+/g, ' ').trim());
    expect(names).toEqual(['1 Not at all', '2', '3', '4', '5 Very much']);
  });

  it('sends the number and the comment, thanks, and puts the cursor there', async () => {
    const { backend, follow, user } = await renderConversation(ASKED);
    await user.click(score(/^4/));
    await user.type(comment(), ' Quick. ');
    await user.click(send());
    expect(screen.getByRole('button', { name: 'Sending…' })).toBeVisible();
    const request = await backend.answer('POST', RATING, GIVEN, 201);
    expect(request.body).toEqual({ score: 4, comment: 'Quick.' });
    expect(request.headers.get('Idempotency-Key')).toBeTruthy();
    await backend.answer('GET', TICKET, RATED);
    await follow();
    expect(question()).not.toBeInTheDocument();
    const thanks = await screen.findByText('Thank you. You rated this 4 of 5.');
    expect(thanks).toHaveFocus();
    expect(localStorage.getItem(DRAFT)).toBeNull();
  });

  it('takes the comment for what it is: optional', async () => {
    const { backend, user } = await renderConversation(ASKED);
    await user.click(score(/^1/));
    await user.click(send());
    expect((await backend.next('POST', RATING)).request.body).toEqual({ score: 1 });
  });

  it('thanks even when the ticket cannot be read again', async () => {
    const { backend, follow, user } = await renderConversation(ASKED);
    await user.click(score(/^5/));
    await user.click(send());
    await backend.answer('POST', RATING, { ...GIVEN, score: 5 }, 201);
    await backend.refuse('GET', TICKET, 503);
    await follow();
    expect(screen.getByText('Thank you. You rated this 5 of 5.')).toBeVisible();
  });

  it('sends nothing without a number, and says so', async () => {
    const { backend, user } = await renderConversation(ASKED);
    await user.type(comment(), 'Quick.');
    await user.click(send());
    expect(await screen.findByText('Choose a number.')).toBeVisible();
    expect(score(/^1/)).toHaveFocus();
    expect(backend.waiting('POST', RATING)).toHaveLength(0);
  });

  it('keeps what was typed when the server refuses, and makes one rating of a retry', async () => {
    const { backend, user } = await renderConversation(ASKED);
    await user.click(score(/^2/));
    await user.type(comment(), 'Too slow.');
    await user.click(send());
    const first = await backend.answer('POST', RATING, null, 503);
    expect(await screen.findByRole('alert')).toHaveTextContent('The server has a problem.');
    expect(comment()).toHaveValue('Too slow.');
    await user.click(send());
    const second = await backend.next('POST', RATING);
    expect(second.request.headers.get('Idempotency-Key')).toBe(first.headers.get('Idempotency-Key'));
  });

  it('restores what was typed before a reload', async () => {
    const first = await renderConversation(ASKED);
    await first.user.click(score(/^2/));
    await first.user.type(comment(), 'Too slow.');
    first.fixture.destroy();
    TestBed.resetTestingModule();

    await renderConversation(ASKED);
    expect(score(/^2/)).toBeChecked();
    expect(comment()).toHaveValue('Too slow.');
  });

  it('shows nothing at another ticket of what was typed for this one', async () => {
    const { rerender, user } = await renderConversation(ASKED);
    await user.click(score(/^2/));
    await user.type(comment(), 'Too slow.');
    await rerender({ inputs: { ticket: { ...ASKED, id: 183 } }, partialUpdate: true });
    expect(comment()).toHaveValue('');
    expect(score(/^2/)).not.toBeChecked();
    await rerender({ inputs: { ticket: ASKED }, partialUpdate: true });
    expect(comment()).toHaveValue('Too slow.');
  });

  it('says so when a rating fails after its reader has gone on', async () => {
    const { backend, rerender, user } = await renderConversation(ASKED);
    await user.click(score(/^2/));
    await user.click(send());
    await rerender({ inputs: { ticket: { ...ASKED, id: 183 } }, partialUpdate: true });
    await backend.refuse('POST', RATING, 503);
    const toasts = TestBed.inject(Toaster).toasts();
    expect(toasts[0]?.text).toBe('Your rating of #182 was not sent. It is kept there.');
    expect(localStorage.getItem(DRAFT)).not.toBeNull();
  });

  it('forgets the draft when the rating arrives after its reader has gone on', async () => {
    const { backend, rerender, user } = await renderConversation(ASKED);
    await user.click(score(/^2/));
    await user.click(send());
    await rerender({ inputs: { ticket: { ...ASKED, id: 183 } }, partialUpdate: true });
    await backend.answer('POST', RATING, { ...GIVEN, score: 2 }, 201);
    await backend.answer('GET', TICKET, RATED);
    await settle();
    expect(localStorage.getItem(DRAFT)).toBeNull();
  });

  it('thanks for no rating of what was reopened since', async () => {
    await renderConversation({ ...RATED, status: 'in_progress' });
    expect(screen.queryByText(/Thank you/)).not.toBeInTheDocument();
  });
});
