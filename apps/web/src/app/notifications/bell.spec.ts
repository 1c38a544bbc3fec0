import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen, waitFor, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend, settle } from '../../testing/backend';
import { FakeLive, provideLive } from '../../testing/live';
import { makeNotification, makePage } from '../../testing/make';
import { provideSignedIn } from '../../testing/signed-in';
import { ToastOutlet } from '../ui/toast-outlet';
import { Bell } from './bell';

const COUNT = '/api/notifications/unread_count/';
const LIST = '/api/notifications/';

@Component({ imports: [Bell, ToastOutlet], template: '<app-bell /><ui-toast-outlet />' })
class Page {}

async function renderBell(unread: number, live = new FakeLive()) {
  const announced: string[] = [];
  await render(Page, {
    providers: [
      provideBackend(),
      provideSignedIn(),
      provideLive(live),
      provideRouter([{ path: '**', component: Page }]),
      { provide: LiveAnnouncer, useValue: { announce: async (text: string) => announced.push(text) } },
    ],
  });
  const backend = new Backend();
  await backend.answer('GET', COUNT, { unread });
  return { live, announced, backend, user: userEvent.setup(), path: () => TestBed.inject(Location).path() };
}

async function renderOpen(items = [makeNotification()]) {
  const set = await renderBell(items.filter(({ read_at }) => !read_at).length);
  await set.user.click(screen.getByRole('button', { name: /^Notifications/ }));
  await screen.findByRole('dialog', { name: 'Notifications' });
  await set.backend.answer('GET', LIST, makePage(items));
  return set;
}

describe('Bell', () => {
  it.each([
    [0, 'Notifications'],
    [3, 'Notifications, 3 unread'],
    [100, 'Notifications, 99+ unread'],
  ])('says how many are unread: %s', async (unread, name) => {
    await renderBell(unread);
    expect(screen.getByRole('button', { name })).toBeVisible();
  });

  it('counts again when the server rings, and says so politely', async () => {
    const { live, announced, backend } = await renderBell(0);
    live.tell({ event: 'notification' });
    live.tell({ event: 'notification' });
    await backend.answer('GET', COUNT, { unread: 2 });
    expect(screen.getByRole('button', { name: 'Notifications, 2 unread' })).toBeVisible();
    expect(announced).toEqual(['2 unread notifications']);
  });

  it('counts again once the stream is open: nobody heard what was told before', async () => {
    const live = new FakeLive();
    live.status.set('connecting');
    const { backend } = await renderBell(0, live);
    live.status.set('live');
    await backend.answer('GET', COUNT, { unread: 2 });
    expect(screen.getByRole('button', { name: 'Notifications, 2 unread' })).toBeVisible();
  });

  it('does not count for what happens to tickets', async () => {
    const { live, backend } = await renderBell(0);
    live.change(182);
    await new Promise((resolve) => setTimeout(resolve, 100)); // longer than it waits for more
    expect(backend.waiting('GET', COUNT)).toEqual([]);
  });

  it('shows what happened; opening one marks it read and leads to its comment', async () => {
    const { backend, user, path, live } = await renderOpen();
    const link = within(screen.getByRole('list', { name: 'Notifications' })).getByRole('link');
    expect(link).toHaveTextContent(
      /Ada Lovelace commented on #182.*The printer hums.*We look into it.*Unread/,
    );
    await user.click(link);
    expect(path()).toBe('/tickets/182#comment-9');
    expect(screen.getByRole('button', { name: 'Notifications', hidden: true })).toBeInTheDocument();
    await backend.answer('POST', '/api/notifications/1/read/', null);
    expect(live.toldTabs).toEqual([{ event: 'notification' }]);
  });

  it('leads to the ticket where it tells of no comment', async () => {
    await renderOpen([makeNotification({ kind: 'assigned', comment_id: null })]);
    expect(screen.getByRole('link', { name: /assigned #182/ })).toHaveAttribute('href', '/tickets/182');
  });

  it('marks all read that are shown, up to the newest', async () => {
    const { backend, user } = await renderOpen([makeNotification({ id: 9 }), makeNotification({ id: 8 })]);
    await user.click(screen.getByRole('button', { name: 'Mark all read' }));
    expect(screen.queryByText('Unread')).not.toBeInTheDocument();
    const { body } = await backend.answer('POST', '/api/notifications/read_all/', null);
    expect(body).toEqual({ up_to: 9 });
  });

  it('says so when that fails, and shows again what the server has', async () => {
    const { backend, user } = await renderOpen();
    await user.click(screen.getByRole('button', { name: 'Mark all read' }));
    await backend.refuse('POST', '/api/notifications/read_all/', 503, 'Try later.');
    await backend.answer('GET', LIST, makePage([makeNotification()]));
    expect(screen.getByText(/Could not be marked as read. Try later./)).toBeInTheDocument();
    expect(screen.getByText('Unread')).toBeInTheDocument();
  });

  it('loads earlier ones when asked', async () => {
    const { backend, user } = await renderBell(1);
    await user.click(screen.getByRole('button', { name: /^Notifications/ }));
    await screen.findByRole('dialog', { name: 'Notifications' });
    await backend.answer('GET', LIST, makePage([makeNotification({ id: 9 })], { next_cursor: 'c' }));
    await user.click(screen.getByRole('button', { name: 'Show earlier' }));
    await backend.answer('GET', LIST, makePage([makeNotification({ id: 8 })]));
    await waitFor(() => expect(screen.getAllByRole('link', { name: /commented/ })).toHaveLength(2));
    expect(screen.queryByRole('button', { name: 'Show earlier' })).not.toBeInTheDocument();
  });

  it('says what it is for while there is nothing', async () => {
    await renderOpen([]);
    expect(screen.getByText('Nothing new')).toBeInTheDocument();
  });

  it('says what failed, and tries again', async () => {
    const { backend, user } = await renderBell(0);
    await user.click(screen.getByRole('button', { name: 'Notifications' }));
    await screen.findByRole('dialog', { name: 'Notifications' });
    await backend.refuse('GET', LIST, 503, 'Try later.');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await backend.answer('GET', LIST, makePage([makeNotification()]));
    await settle();
    expect(screen.getByRole('link', { name: /commented/ })).toBeInTheDocument();
  });
});
