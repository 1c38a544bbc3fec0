import { Component } from '@angular/core';
import { render, screen, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import type { NotificationPreference } from '@ticketing/contracts';
import { Backend, provideBackend } from '../../../testing/backend';
import { ToastOutlet } from '../../ui/toast-outlet';
import { NotificationsSection } from './notifications-section';

const URL = '/api/notifications/preferences/';
const COMMENT_APP: NotificationPreference = { kind: 'comment_added', channel: 'in_app', enabled: true };
const COMMENT_MAIL: NotificationPreference = { kind: 'comment_added', channel: 'email', enabled: true };
const RECEIVED_MAIL: NotificationPreference = { kind: 'ticket_received', channel: 'email', enabled: false };

@Component({
  imports: [NotificationsSection, ToastOutlet],
  template: '<app-notifications-section /><ui-toast-outlet />',
})
class Page {}

async function renderSection() {
  await render(Page, { providers: [provideBackend()] });
  const backend = new Backend();
  await backend.answer('GET', URL, { preferences: [COMMENT_APP, COMMENT_MAIL, RECEIVED_MAIL] });
  return { backend, user: userEvent.setup() };
}
const commentsInApp = () => screen.getByRole('checkbox', { name: 'Somebody comments In the app' });

describe('NotificationsSection', () => {
  it('is a table of what, and where; what does not exist has no switch', async () => {
    await renderSection();
    const [, received, comments] = screen.getAllByRole('row');
    expect(within(received!).getByRole('rowheader')).toHaveTextContent('Your ticket has arrived');
    expect(within(received!).getAllByRole('checkbox')).toHaveLength(1);
    expect(within(received!).getByText('not possible')).toBeInTheDocument();
    expect(within(comments!).getAllByRole('checkbox')).toHaveLength(2);
    expect(screen.getByRole('checkbox', { name: 'Your ticket has arrived By e-mail' })).not.toBeChecked();
  });

  it('saves each switch by itself', async () => {
    const { backend, user } = await renderSection();
    await user.click(commentsInApp());
    expect(commentsInApp()).not.toBeChecked();
    const off = { ...COMMENT_APP, enabled: false };
    const { body } = await backend.answer('PATCH', URL, { preferences: [off, COMMENT_MAIL, RECEIVED_MAIL] });
    expect(body).toEqual({ preferences: [off] });
    expect(commentsInApp()).not.toBeChecked();
  });

  it('puts it back when it is refused, and says so', async () => {
    const { backend, user } = await renderSection();
    await user.click(commentsInApp());
    await backend.refuse('PATCH', URL, 503, 'Try later.');
    expect(commentsInApp()).toBeChecked();
    expect(screen.getByText(/Your change was put back. Try later./)).toBeInTheDocument();
  });

  it('says what failed, and tries again', async () => {
    await render(Page, { providers: [provideBackend()] });
    const backend = new Backend();
    await backend.refuse('GET', URL, 503, 'Try later.');
    await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }));
    await backend.answer('GET', URL, { preferences: [COMMENT_APP] });
    expect(commentsInApp()).toBeChecked();
  });
});
