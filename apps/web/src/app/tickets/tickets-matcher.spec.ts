import { UrlSegment } from '@angular/router';
import { ticketsMatcher } from './tickets-matcher';

const match = (path: string) => ticketsMatcher(path.split('/').map((part) => new UrlSegment(part, {})));

describe('ticketsMatcher', () => {
  it('takes the list and its tickets as one route', () => {
    expect(match('tickets')).toMatchObject({ consumed: [{ path: 'tickets' }] });
    expect(match('tickets/182')?.posParams?.['id']?.path).toBe('182');
  });

  it.each([
    'tickets/new',
    'tickets/0',
    'tickets/-1',
    'tickets/1e3',
    'tickets/2147483648',
    'tickets/1/2',
    'stats',
  ])('leaves /%s to others', (path) => {
    expect(match(path)).toBeNull();
  });
});
