import { TestBed } from '@angular/core/testing';
import type { SessionInfo } from '@ticketing/contracts';
import { render, screen, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../../testing/backend';
import { makeSessionInfo } from '../../../testing/make';
import { Toaster } from '../../ui/toaster';
import { SessionsSection } from './sessions-section';

const SESSIONS = '/api/auth/sessions/';
const HERE = makeSessionInfo({ id: 'here', is_current: true });
const PHONE = makeSessionInfo({ id: 'phone', user_agent: 'Mozilla/5.0 (iPhone) Safari/604.1' });

async function renderSection(...results: SessionInfo[]) {
  await render(SessionsSection, { providers: [provideBackend()] });
  const backend = new Backend();
  await backend.answer('GET', SESSIONS, { results });
  return { backend, user: userEvent.setup(), said: () => TestBed.inject(Toaster).toasts()[0]?.text };
}

const rows = () => within(screen.getByRole('list', { name: 'Sessions' })).getAllByRole('listitem');

describe('SessionsSection', () => {
  it('lists devices in words, with place and time, and marks this one', async () => {
    await renderSection(HERE, PHONE);
    expect(rows()[0]).toHaveTextContent('Firefox on Linux');
    expect(rows()[0]).toHaveTextContent('This session');
    expect(rows()[1]).toHaveTextContent('Safari on iPhone');
    expect(rows()[1]).toHaveTextContent('203.0.113.9');
    expect(rows()[1]).not.toHaveTextContent('This session');
  });

  it('cannot end this session', async () => {
    await renderSection(HERE);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('ends one, says so, and looks again', async () => {
    const { backend, said, user } = await renderSection(HERE, PHONE);
    await user.click(screen.getByRole('button', { name: 'End the session on Safari on iPhone' }));
    await backend.answer('DELETE', `${SESSIONS}phone/`, null, 204);
    expect(said()).toBe('Session ended.');
    expect(screen.getByRole('heading', { name: 'Sessions' })).toHaveFocus();
    await backend.answer('GET', SESSIONS, { results: [HERE] });
    expect(rows()).toHaveLength(1);
  });

  it('ends all others', async () => {
    const { backend, said, user } = await renderSection(HERE, PHONE);
    await user.click(screen.getByRole('button', { name: 'End all other sessions' }));
    await backend.answer('POST', `${SESSIONS}end_others/`, null, 204);
    expect(said()).toBe('All other sessions have ended.');
  });

  it('says when one could not be ended', async () => {
    const { backend, said, user } = await renderSection(HERE, PHONE);
    await user.click(screen.getByRole('button', { name: 'End all other sessions' }));
    await backend.refuse('POST', `${SESSIONS}end_others/`, 503, 'The database is away.');
    expect(said()).toBe('The database is away.');
  });

  it('says when they could not be loaded, and tries again', async () => {
    await render(SessionsSection, { providers: [provideBackend()] });
    const backend = new Backend();
    await backend.refuse('GET', SESSIONS, 503, 'The database is away.');
    expect(await screen.findByRole('alert')).toHaveTextContent('could not be loaded. The database is away.');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await backend.answer('GET', SESSIONS, { results: [HERE] });
    expect(rows()).toHaveLength(1);
  });
});
