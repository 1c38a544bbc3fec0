import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import type { TicketSummary } from '@ticketing/contracts';
import { REQUESTER_CAN, makeSummary, makeTag } from '../../../testing/make';
import { TicketRow } from './ticket-row';

const renderRow = (facts: Partial<TicketSummary>) =>
  render(TicketRow, { providers: [provideRouter([])], inputs: { ticket: makeSummary(facts) } });

describe('the tags of a row', () => {
  it('are words, of which two have room; the others are told by number and to screen readers', async () => {
    const tags = ['refund', 'VIP', 'web', 'wish'].map((name, id) => makeTag({ id: id + 1, name }));
    await renderRow({ tags });
    expect(screen.getByText('refund')).toBeVisible();
    expect(screen.getByText('VIP')).toBeVisible();
    expect(screen.getByText('+2')).toBeVisible();
    expect(screen.getByRole('link')).toHaveTextContent('Tags: refund, VIP, web, wish');
  });

  it('say nothing where there are none', async () => {
    await renderRow({ tags: [], can: REQUESTER_CAN });
    expect(screen.getByRole('link')).not.toHaveTextContent('Tags');
  });
});
