import { provideRouter } from '@angular/router';
import { render, screen, within } from '@testing-library/angular';
import { Backend, provideBackend } from '../../testing/backend';
import { ADA, CARLA, makeMe, makePage } from '../../testing/make';
import { makeEntry, makeIntegration, makeJob } from '../../testing/make-admin';
import { provideSignedIn } from '../../testing/signed-in';
import { AdminIndex } from './admin-index';

async function renderIndex(person = ADA) {
  await render(AdminIndex, {
    providers: [provideBackend(), provideRouter([]), provideSignedIn(makeMe(person))],
  });
  return new Backend();
}

const link = (name: RegExp) => screen.getByRole('link', { name });

describe('the index of the admin area', () => {
  it('counts what waits for somebody', async () => {
    const backend = await renderIndex();
    await backend.answer(
      'GET',
      '/api/admin/jobs/',
      makePage([makeJob()], { total: null, next_cursor: 'abc' }),
    );
    await backend.answer('GET', '/api/admin/quarantine/', makePage([]));
    const integrations = [
      makeIntegration(),
      makeIntegration({ id: 4, failing_since: '2026-11-24T12:00:00Z' }),
    ];
    await backend.answer('GET', '/api/admin/integrations/', { results: integrations });
    expect(link(/Jobs/)).toHaveTextContent('1+ failed');
    expect(link(/Quarantine/)).toHaveTextContent('All well');
    expect(link(/Integrations/)).toHaveTextContent('1 failing');
  });

  it('shows what was changed last, with the way to it', async () => {
    const backend = await renderIndex();
    const entries = [
      makeEntry(),
      makeEntry({ id: 900, type: 'job.retried', actor: null, object: null, changes: [] }),
    ];
    const request = await backend.answer('GET', '/api/admin/audit_log/', makePage(entries));
    expect(request.params.get('limit')).toBe('10');
    const changes = within(screen.getByRole('region', { name: 'Recent changes' }));
    const [edited, retried] = changes.getAllByRole('listitem');
    expect(edited).toHaveTextContent(/Template edited\s*Bug report\s*Ada Lovelace/);
    expect(within(edited!).getByRole('link')).toHaveAttribute('href', '/admin/templates/2');
    expect(retried).toHaveTextContent(/Job retried\s*The help desk itself/);
    expect(link(/All changes/)).toHaveAttribute('href', '/admin/audit');
  });

  it('says that the changes could not be loaded', async () => {
    const backend = await renderIndex();
    await backend.refuse('GET', '/api/admin/audit_log/', 503, 'The database is away.');
    expect(screen.getByText(/They could not be loaded. The database is away./)).toBeVisible();
  });

  it('does not call well what it could not count', async () => {
    const backend = await renderIndex();
    await backend.refuse('GET', '/api/admin/jobs/', 503);
    expect(link(/Jobs/)).toHaveTextContent('Could not be counted');
  });

  it('has nothing for those who may use none of it', async () => {
    await renderIndex(CARLA);
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
