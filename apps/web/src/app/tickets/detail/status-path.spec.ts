import { render, screen } from '@testing-library/angular';
import { StatusPath, pathOf } from './status-path';

const words = (status: Parameters<typeof pathOf>[0]) =>
  pathOf(status).map(({ word, state }) => `${word} (${state})`);

describe('the way of a ticket', () => {
  it('leads from received to resolved', () => {
    expect(words('open')).toEqual(['Received (now)', 'In work (ahead)', 'Resolved (ahead)']);
    expect(words('in_progress')).toEqual(['Received (past)', 'In work (now)', 'Resolved (ahead)']);
    expect(words('resolved')).toEqual(['Received (past)', 'In work (past)', 'Resolved (now)']);
  });

  it('stops where something is wanted from the requester', () => {
    expect(words('pending_user')).toContain('Waiting for you (now)');
    expect(words('open').join()).not.toContain('Waiting for you');
  });

  it('ends closed', () => {
    expect(words('closed').at(-1)).toBe('Closed (now)');
  });

  it('says where the ticket is now', async () => {
    await render(StatusPath, { inputs: { status: 'in_progress' } });
    const now = screen
      .getAllByRole('listitem')
      .filter((stop) => stop.getAttribute('aria-current') === 'step');
    expect(now.map((stop) => stop.textContent?.trim())).toEqual(['In work']);
  });
});
