import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import { Backend, provideBackend } from '../../testing/backend';
import { ADA, CARLA, makeMe, makePage } from '../../testing/make';
import { makeIntegration, makeJob } from '../../testing/make-admin';
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
