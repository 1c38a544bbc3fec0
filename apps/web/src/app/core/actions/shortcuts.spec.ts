import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { ActionButton } from './action-button';
import { ActionRegistry } from './action-registry';
import { Shortcuts } from './shortcuts';

const reply = jest.fn();
const close = jest.fn();
let closable = true;

@Component({
  imports: [ActionButton],
  template: `
    <button appAction="ticket.reply">Reply</button>
    <button appAction="ticket.close">Close</button>
    <input aria-label="Search" />
    <input type="checkbox" aria-label="Select" />
    <div role="dialog" aria-label="On top"><button>Inside</button></div>
  `,
})
class Page {
  constructor() {
    inject(ActionRegistry).offer([
      { id: 'ticket.reply', label: 'Reply', group: 'Ticket', key: 'r', run: reply },
      { id: 'ticket.close', label: 'Close', group: 'Ticket', key: 'x', when: () => closable, run: close },
    ]);
    inject(Shortcuts).listen();
  }
}

describe('shortcuts', () => {
  beforeEach(() => {
    localStorage.clear();
    jest.clearAllMocks();
    closable = true;
  });

  it('run an action by its key', async () => {
    await render(Page);
    await userEvent.keyboard('r');
    expect(reply).toHaveBeenCalledTimes(1);
  });

  it('run the same action by its button, which tells the key', async () => {
    await render(Page);
    const button = screen.getByRole('button', { name: 'Reply' });
    expect(button).toHaveAttribute('aria-keyshortcuts', 'R');
    expect(button).toHaveAttribute('title', 'Reply (R)');

    await userEvent.click(button);
    expect(reply).toHaveBeenCalledTimes(1);
  });

  it('run while a check box has the focus: there is nothing to type', async () => {
    await render(Page);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select' }));
    await userEvent.keyboard('r');
    expect(reply).toHaveBeenCalledTimes(1);
  });

  it('never fire while somebody types', async () => {
    await render(Page);
    await userEvent.type(screen.getByRole('textbox', { name: 'Search' }), 'rrr');
    expect(reply).not.toHaveBeenCalled();
  });

  it('never fire behind a dialog', async () => {
    await render(Page);
    screen.getByRole('button', { name: 'Inside' }).focus();
    await userEvent.keyboard('r');
    expect(reply).not.toHaveBeenCalled();
  });

  it('leave the keys of the browser alone', async () => {
    await render(Page);
    await userEvent.keyboard('{Control>}r{/Control}');
    expect(reply).not.toHaveBeenCalled();
  });

  it('do nothing for an action that cannot be done now, and hide its button', async () => {
    closable = false;
    await render(Page);
    await userEvent.keyboard('x');
    expect(close).not.toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: 'Close' })).not.toBeInTheDocument();
  });

  it('can be switched off, for good', async () => {
    await render(Page);
    TestBed.inject(Shortcuts).enable(false);
    await userEvent.keyboard('r');
    expect(reply).not.toHaveBeenCalled();
    expect(localStorage.getItem('ticketing.shortcuts')).toBe('off');
  });

  it('go away with the screen that offered them', async () => {
    const { fixture } = await render(Page);
    fixture.destroy();
    await userEvent.keyboard('r');
    expect(reply).not.toHaveBeenCalled();
    expect(TestBed.inject(ActionRegistry).available()).toEqual([]);
  });
});
