import { TestBed } from '@angular/core/testing';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { ToastOutlet } from './toast-outlet';
import { TOAST_MS, Toaster } from './toaster';

async function renderOutlet() {
  const { detectChanges } = await render(ToastOutlet);
  return { toaster: TestBed.inject(Toaster), detectChanges };
}

describe('toasts', () => {
  it('are told politely', async () => {
    const { toaster, detectChanges } = await renderOutlet();
    toaster.done('Resolved.');
    detectChanges();
    expect(screen.getByRole('status')).toHaveTextContent('Resolved.');
  });

  it('lead back, once', async () => {
    const undo = jest.fn();
    const { toaster, detectChanges } = await renderOutlet();
    toaster.done('Resolved.', { label: 'Undo', run: undo });
    detectChanges();
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('Resolved.')).not.toBeInTheDocument();
  });

  it('can be dismissed', async () => {
    const { toaster, detectChanges } = await renderOutlet();
    toaster.failed('Could not save.');
    detectChanges();
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText('Could not save.')).not.toBeInTheDocument();
  });

  it('go away by themselves after ten seconds', () => {
    jest.useFakeTimers();
    const toaster = TestBed.inject(Toaster);
    toaster.done('Resolved.');
    jest.advanceTimersByTime(TOAST_MS - 1);
    expect(toaster.toasts()).toHaveLength(1);
    jest.advanceTimersByTime(1);
    expect(toaster.toasts()).toHaveLength(0);
    jest.useRealTimers();
  });

  it('stay while somebody points at them or is inside of them', async () => {
    jest.useFakeTimers();
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    const { toaster, detectChanges } = await renderOutlet();
    toaster.done('Resolved.', { label: 'Undo', run: jest.fn() });
    detectChanges();

    await user.hover(screen.getByText('Resolved.'));
    await user.tab();
    await user.unhover(screen.getByText('Resolved.'));
    jest.advanceTimersByTime(2 * TOAST_MS);
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveFocus();
    expect(toaster.toasts()).toHaveLength(1);

    screen.getByRole('button', { name: 'Undo' }).blur();
    jest.advanceTimersByTime(TOAST_MS);
    expect(toaster.toasts()).toHaveLength(0);
    jest.useRealTimers();
  });

  it('are two at most, the newest ones', () => {
    const toaster = TestBed.inject(Toaster);
    for (const text of ['one', 'two', 'three']) toaster.done(text);
    expect(toaster.toasts().map(({ text }) => text)).toEqual(['two', 'three']);
  });
});
