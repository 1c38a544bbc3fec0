import { TestBed } from '@angular/core/testing';
import { ActivatedRoute, provideRouter } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';
import type { TimelineEntry } from '@ticketing/contracts';
import { BehaviorSubject } from 'rxjs';
import { Backend, provideBackend } from '../../../testing/backend';
import { makeMessage, makePage, makeTicket } from '../../../testing/make';
import { provideSignedIn } from '../../../testing/signed-in';
import { OpenTicketStore } from '../data/open-ticket-store';
import { Conversation } from './conversation';

const TIMELINE = '/api/tickets/182/timeline/';
const GONE = 'This comment was deleted.';
const message = (id: number) => makeMessage(id, { content: `Comment ${id}` });

async function renderAt(
  fragment: string | null,
  entries: TimelineEntry[],
  next_cursor: string | null = null,
) {
  Element.prototype.scrollIntoView = jest.fn();
  globalThis.ResizeObserver = NoResizes;
  const address = new BehaviorSubject(fragment);
  await render(Conversation, {
    inputs: { ticket: makeTicket() },
    providers: [
      provideRouter([]),
      { provide: ActivatedRoute, useValue: { fragment: address } },
      provideBackend(),
      provideSignedIn(),
    ],
  });
  TestBed.inject(OpenTicketStore).open(182);
  const backend = new Backend();
  await backend.answer('GET', '/api/tickets/182/', makeTicket());
  await backend.answer('GET', TIMELINE, makePage(entries, { next_cursor }));
  return { backend, address };
}

/** jsdom lays nothing out. */
class NoResizes implements ResizeObserver {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
}

const focused = () => document.activeElement?.textContent ?? '';

describe('a link to a comment', () => {
  it('brings it into view, with the cursor on it', async () => {
    await renderAt('comment-2', [message(3), message(2), message(1)]);
    await waitFor(() => expect(focused()).toContain('Comment 2'));
    expect(Element.prototype.scrollIntoView).toHaveBeenCalledTimes(1);
    expect(screen.queryByText(GONE)).not.toBeInTheDocument();
  });

  it('looks further up until it is there', async () => {
    const { backend } = await renderAt('comment-2', [message(9), message(8)], 'c1');
    await backend.answer('GET', TIMELINE, makePage([message(5)], { next_cursor: 'c2' }));
    await backend.answer('GET', TIMELINE, makePage([message(2)], { next_cursor: 'c3' }));
    await waitFor(() => expect(focused()).toContain('Comment 2'));
    expect(backend.waiting('GET', TIMELINE)).toEqual([]);
  });

  it('says quietly that it was deleted, and looks no further than where it would be', async () => {
    const { backend } = await renderAt('comment-2', [message(3), message(1)], 'c1');
    expect(await screen.findByText(GONE)).toBeVisible();
    expect(backend.waiting('GET', TIMELINE)).toEqual([]);
  });

  it('follows another link', async () => {
    const { address } = await renderAt('comment-2', [message(3), message(2)]);
    await waitFor(() => expect(focused()).toContain('Comment 2'));
    address.next('comment-3');
    await waitFor(() => expect(focused()).toContain('Comment 3'));
  });

  it.each([null, 'main', 'comment-x', 'comment-99999999999'])('is not %s', async (fragment) => {
    await renderAt(fragment, [message(3)]);
    expect(await screen.findByText('Comment 3')).toBeVisible();
    expect(screen.queryByText(GONE)).not.toBeInTheDocument();
    expect(Element.prototype.scrollIntoView).not.toHaveBeenCalled();
  });
});
