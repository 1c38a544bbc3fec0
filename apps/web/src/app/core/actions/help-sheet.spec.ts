import { DialogRef } from '@angular/cdk/dialog';
import { TestBed } from '@angular/core/testing';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { ActionRegistry } from './action-registry';
import { HelpSheet } from './help-sheet';

async function renderSheet() {
  return render(HelpSheet, {
    providers: [{ provide: DialogRef, useValue: { close: jest.fn() } }],
    configureTestBed: (bed) =>
      bed.runInInjectionContext(() =>
        TestBed.inject(ActionRegistry).offer([
          { id: 'a', label: 'Reply', group: 'Ticket', key: 'r', run: jest.fn() },
          { id: 'b', label: 'Assign to me', group: 'Ticket', key: 'i', when: () => false, run: jest.fn() },
        ]),
      ),
  });
}

describe('HelpSheet', () => {
  beforeEach(() => localStorage.clear());

  it('lists what can be done now, with its key', async () => {
    await renderSheet();
    expect(screen.getByText('Reply').closest('li')).toHaveTextContent('Reply R');
    expect(screen.queryByText('Assign to me')).not.toBeInTheDocument();
  });

  it('switches single letters off', async () => {
    await renderSheet();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Single-letter shortcuts' }));
    expect(localStorage.getItem('ticketing.shortcuts')).toBe('off');
  });
});
