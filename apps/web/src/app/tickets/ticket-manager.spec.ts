import { Location } from '@angular/common';
import { Component, inject } from '@angular/core';
import { DeferBlockBehavior, TestBed } from '@angular/core/testing';
import { Router, RouterOutlet, provideRouter, withComponentInputBinding } from '@angular/router';
import { render, screen, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { ActionRegistry } from '../core/actions/action-registry';
import { Shortcuts } from '../core/actions/shortcuts';
import { Backend, provideBackend, settle } from '../../testing/backend';
import { FakeLive, provideLive } from '../../testing/live';
import { ADA, CARLA, makeMe, makePage, makeSummary, makeTicket } from '../../testing/make';
import { provideSignedIn } from '../../testing/signed-in';
import { TicketManager } from './ticket-manager';
import { ticketsMatcher } from './tickets-matcher';

const ROWS = [makeSummary({ id: 3, title: 'Three' }), makeSummary({ id: 2, title: 'Two' })];

@Component({ imports: [RouterOutlet], template: '<router-outlet />' })
class Page {
  constructor() {
    inject(ActionRegistry).offer([
      {
        id: 'ticket.create',
        label: 'Create new ticket',
        group: 'Everywhere',
        key: 'c',
        run: () => undefined,
      },
    ]);
    inject(Shortcuts).listen();
  }
}

async function renderAt(url: string, person = ADA) {
  Element.prototype.scrollIntoView = jest.fn();
  const live = new FakeLive();
  await render(Page, {
    deferBlockBehavior: DeferBlockBehavior.Playthrough,
    providers: [
      provideBackend(),
      provideSignedIn(makeMe(person)),
      provideLive(live),
      provideRouter([{ matcher: ticketsMatcher, component: TicketManager }], withComponentInputBinding()),
    ],
  });
  await TestBed.inject(Router).navigateByUrl(url);
  const backend = new Backend();
  const path = () => TestBed.inject(Location).path();
  return { backend, live, path, user: userEvent.setup() };
}

async function renderList(url = '/tickets', person = ADA) {
  const set = await renderAt(url, person);
  await set.backend.answer(
    'GET',
    person === ADA ? '/api/tickets/' : '/api/tickets/my_tickets/',
    makePage(ROWS),
  );
  return set;
}

describe('TicketManager', () => {
  it('shows the list under its heading, with the way to a new ticket', async () => {
    await renderList();
    expect(screen.getByRole('heading', { level: 1, name: 'Support tickets' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Create new ticket' })).toBeVisible();
    expect(within(screen.getByRole('list', { name: 'Tickets' })).getAllByRole('link')).toHaveLength(2);
  });

  it('offers admins four lists with their counts', async () => {
    const { backend } = await renderList();
    const count = (total: number) => ({ total, total_at_least: null });
    await backend.answer('GET', '/api/tickets/counts/', {
      my_tickets: count(1),
      all: { total: null, total_at_least: 10_000 },
      assigned_to_me: count(3),
      unassigned: count(4),
    });
    const tabs = screen.getAllByRole('tab').map((tab) => tab.textContent?.replaceAll(/\s+/g, ' ').trim());
    expect(tabs).toEqual(['All tickets 10,000+', 'Assigned to me 3', 'Unassigned 4', 'My tickets 1']);
  });

  it('lets what is new wait behind a pill: a key or a press puts it in place, and the cursor into the list', async () => {
    const { backend, live, user } = await renderList();
    const titles = () => screen.getAllByRole('link').map((link) => link.textContent);
    const news = [makeSummary({ id: 4, title: 'Four' }), ...ROWS];
    live.change(4);
    await backend.answer('GET', '/api/tickets/', makePage(news));
    expect(titles()).toEqual([expect.stringContaining('Three'), expect.stringContaining('Two')]);
    await user.click(screen.getByRole('button', { name: '1 new' }));
    await backend.answer('GET', '/api/tickets/', makePage(news));
    expect(titles()[0]).toContain('Four');
    expect(screen.queryByRole('button', { name: '1 new' })).not.toBeInTheDocument();
    expect(screen.getByRole('tabpanel', { name: 'All tickets' })).toHaveFocus();
  });

  it('offers customers their own list only', async () => {
    await renderList('/tickets?view=all', CARLA);
    expect(screen.getByRole('tab')).toHaveTextContent('My tickets');
  });

  it('keeps the list in the URL', async () => {
    const { backend, path, user } = await renderList();
    await user.click(screen.getByRole('tab', { name: /Assigned to me/ }));
    await backend.answer('GET', '/api/tickets/assigned_to_me/', makePage([]));
    expect(path()).toBe('/tickets?view=assigned');
  });

  it('reads the filters from the URL', async () => {
    const { backend } = await renderAt('/tickets?status=open&status=resolved&q=plug');
    const { params } = await backend.answer('GET', '/api/tickets/', makePage([]));
    expect(params.getAll('status')).toEqual(['open', 'resolved']);
    expect(params.get('q')).toBe('plug');
    expect(screen.getByRole('button', { name: 'Remove filter Status: Resolved' })).toBeVisible();
    expect(screen.getByText('No ticket matches')).toBeVisible();
  });

  it('writes the filters to the URL', async () => {
    const { backend, path, user } = await renderList();
    await user.type(screen.getByRole('searchbox'), 'plug{Enter}');
    await backend.answer('GET', '/api/tickets/', makePage([]));
    expect(path()).toBe('/tickets?q=plug');
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await backend.answer('GET', '/api/tickets/', makePage(ROWS));
    expect(path()).toBe('/tickets');
  });

  it('opens a ticket beside the list, which stays as it is', async () => {
    const { backend, path, user } = await renderList('/tickets?status=open');
    const list = screen.getByRole('list', { name: 'Tickets' });
    await user.click(screen.getByRole('link', { name: /Two/ }));
    await backend.answer('GET', '/api/tickets/2/', makeTicket({ id: 2, title: 'Two' }));
    expect(path()).toBe('/tickets/2?status=open');
    expect(await screen.findByRole('heading', { level: 1, name: 'Two' })).toBeVisible();
    expect(screen.getByRole('list', { name: 'Tickets' })).toBe(list);
    expect(backend.waiting('GET', '/api/tickets/')).toHaveLength(0);
  });

  it('has one main heading, also with a ticket open', async () => {
    const { backend } = await renderList('/tickets/2');
    await backend.answer('GET', '/api/tickets/2/', makeTicket({ id: 2, title: 'Two' }));
    await screen.findByRole('heading', { level: 1, name: 'Two' });
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  });

  it('goes down and up by J and K', async () => {
    const { user } = await renderList();
    await user.keyboard('j');
    expect(screen.getByRole('link', { name: /Three/ })).toHaveFocus();
    await user.keyboard('j');
    expect(screen.getByRole('link', { name: /Two/ })).toHaveFocus();
    await user.keyboard('k');
    expect(screen.getByRole('link', { name: /Three/ })).toHaveFocus();
  });

  it('opens the next ticket by J when one is open', async () => {
    const { path, user } = await renderList('/tickets/3');
    await user.keyboard('j');
    await settle();
    expect(path()).toBe('/tickets/2');
  });

  it('searches by one key', async () => {
    const { user } = await renderList();
    await user.keyboard('/');
    expect(screen.getByRole('searchbox', { name: 'Search tickets' })).toHaveFocus();
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('says that no ticket is open', async () => {
    await renderList();
    expect(screen.getByText('No ticket is open')).toBeInTheDocument();
  });
});
