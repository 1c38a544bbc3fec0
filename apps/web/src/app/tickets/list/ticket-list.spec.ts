import { provideRouter } from '@angular/router';
import { HttpErrorResponse } from '@angular/common/http';
import { render, screen, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { ADA, REQUESTER_CAN, makeProblem, makeSummary } from '../../../testing/make';
import { TicketList } from './ticket-list';

type Inputs = Parameters<typeof render<TicketList>>[1] extends infer O
  ? O extends { inputs?: infer I }
    ? I
    : never
  : never;

async function renderList(inputs: Inputs) {
  const on = { more: jest.fn(), retry: jest.fn(), clearFilters: jest.fn(), create: jest.fn() };
  const view = await render(TicketList, { providers: [provideRouter([])], inputs, on });
  return { ...view, on };
}

const down = new HttpErrorResponse({ status: 503, error: makeProblem(503, 'The database is away.') });

describe('TicketList', () => {
  it('shows each ticket as a link with what one needs to choose it', async () => {
    await renderList({
      tickets: [
        makeSummary({
          title: 'The printer hums',
          status: 'in_progress',
          priority: 'urgent',
          assigned_to: ADA,
          comment_count: 3,
          latest_comment: {
            author: ADA,
            excerpt: 'Try another plug.',
            is_internal: false,
            created_at: '2026-11-24T12:00:00Z',
          },
        }),
      ],
    });
    const row = screen.getByRole('link', { name: /The printer hums/ });
    expect(row).toHaveAttribute('href', '/tickets/182');
    for (const words of [
      '#182',
      'In progress',
      'Urgent',
      'Carla Customer',
      'Ada: Try another plug.',
      'assigned to Ada Lovelace',
    ]) {
      expect(row).toHaveTextContent(words);
    }
  });

  it('tells customers a status in their words', async () => {
    await renderList({ tickets: [makeSummary({ status: 'pending_user', can: REQUESTER_CAN })] });
    expect(screen.getByRole('link')).toHaveTextContent('Waiting for you');
  });

  it('tells customers that nobody has written yet, instead of their own name', async () => {
    await renderList({ tickets: [makeSummary({ can: REQUESTER_CAN })] });
    expect(screen.getByRole('link')).toHaveTextContent('No messages yet');
    expect(screen.getByRole('link')).not.toHaveTextContent('Carla');
  });

  it('does not call unanswered what was resolved without a message', async () => {
    await renderList({ tickets: [makeSummary({ status: 'resolved', can: REQUESTER_CAN })] });
    expect(screen.getByRole('link')).toHaveTextContent('No messages');
    expect(screen.getByRole('link')).not.toHaveTextContent('yet');
  });

  it('marks an internal note as one, also for ears', async () => {
    const latest_comment = {
      author: ADA,
      excerpt: 'Secret',
      is_internal: true,
      created_at: '2026-11-24T12:00:00Z',
    };
    await renderList({ tickets: [makeSummary({ latest_comment })] });
    expect(screen.getByRole('link')).toHaveTextContent('Carla Customer · Internal note, Ada: Secret');
  });

  it('keeps quiet about the usual priority', async () => {
    await renderList({ tickets: [makeSummary({ priority: 'medium' })] });
    expect(screen.getByRole('link')).not.toHaveTextContent('Medium');
  });

  it('says which ticket is open', async () => {
    await renderList({
      tickets: [makeSummary({ id: 1, title: 'One' }), makeSummary({ id: 2, title: 'Two' })],
      openId: 2,
    });
    expect(screen.getByRole('link', { current: true })).toHaveTextContent('Two');
  });

  it('offers the next page, and says while it loads', async () => {
    const { on, rerender } = await renderList({ tickets: [makeSummary()], hasMore: true });
    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(on.more).toHaveBeenCalled();
    await rerender({ inputs: { moreState: 'loading' }, partialUpdate: true });
    expect(screen.getByRole('button', { name: 'Loading…' })).toBeDisabled();
  });

  it('says when the next page could not be loaded', async () => {
    await renderList({ tickets: [makeSummary()], hasMore: true, moreState: 'failed' });
    expect(screen.getByRole('alert')).toHaveTextContent('More tickets could not be loaded.');
    expect(screen.getByRole('button', { name: 'Load more' })).toBeEnabled();
  });

  it('offers no next page at the end', async () => {
    await renderList({ tickets: [makeSummary()] });
    expect(screen.queryByRole('button', { name: 'Load more' })).not.toBeInTheDocument();
  });

  it('says that it loads', async () => {
    await renderList({ tickets: [], loading: true });
    expect(screen.getByRole('status')).toHaveTextContent('Loading tickets');
  });

  it('invites to create the first ticket', async () => {
    const { on } = await renderList({ tickets: [] });
    await userEvent.click(screen.getByRole('button', { name: 'Create a ticket' }));
    expect(on.create).toHaveBeenCalled();
  });

  it('offers to clear filters that nothing matches', async () => {
    const { on } = await renderList({ tickets: [], filtered: true });
    expect(screen.getByText('No ticket matches')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(on.clearFilters).toHaveBeenCalled();
  });

  it('says what failed, and can try again', async () => {
    const { on } = await renderList({ tickets: [], error: down });
    expect(screen.getByText('The database is away.')).toBeVisible();
    expect(screen.queryByText('No tickets here')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(on.retry).toHaveBeenCalled();
  });

  it('keeps old rows when refreshing fails', async () => {
    await renderList({ tickets: [makeSummary()], error: down });
    expect(screen.getByRole('alert')).toHaveTextContent('The list could not be refreshed.');
    expect(within(screen.getByRole('list', { name: 'Tickets' })).getAllByRole('link')).toHaveLength(1);
  });

  it('moves focus to a row', async () => {
    Element.prototype.scrollIntoView = jest.fn();
    const { fixture } = await renderList({
      tickets: [makeSummary({ id: 1 }), makeSummary({ id: 2, title: 'Two' })],
    });
    fixture.componentInstance.focusRow(2);
    expect(screen.getByRole('link', { name: /Two/ })).toHaveFocus();
  });
});
