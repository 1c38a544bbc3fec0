import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../../testing/backend';
import { ADA, makeMe, makePage } from '../../../testing/make';
import { makeEntry, makeTemplate } from '../../../testing/make-admin';
import { provideSignedIn } from '../../../testing/signed-in';
import { RowHistoryPage } from './row-history-page';

const LOG = '/api/admin/audit_log/';
const ONE = '/api/admin/templates/2/';

async function open(address = '/admin/templates/2/history') {
  TestBed.configureTestingModule({
    providers: [
      provideBackend(),
      provideSignedIn(makeMe(ADA)),
      provideRouter(
        [
          { path: 'admin/:model/:id/history', component: RowHistoryPage },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(address);
  return { backend: new Backend(), user: userEvent.setup() };
}

const entries = () => within(screen.getByRole('list', { name: /^History of/ })).getAllByRole('article');

describe('the history of a row', () => {
  it('says who changed what, when, from what to what', async () => {
    const { backend } = await open();
    await backend.answer('GET', ONE, makeTemplate());
    const request = await backend.answer(
      'GET',
      LOG,
      makePage([
        makeEntry({
          changes: [
            { field: 'name', from: 'Bug', to: 'Bug report' },
            { field: 'category', from: 'bug', to: 'feature' },
            { field: 'is_active', from: 'false', to: 'true' },
          ],
        }),
        makeEntry({ id: 900, type: 'template.created', actor: null, changes: [] }),
      ]),
    );
    expect(request.params.toString()).toBe('model=templates&object=2');
    const [edited, created] = entries();
    expect(edited).toHaveTextContent('Template edited');
    expect(edited).toHaveTextContent('Ada Lovelace');
    expect(edited).toHaveTextContent(/Name\s*Bug → became Bug report/);
    // as the form calls it
    expect(edited).toHaveTextContent(/Category\s*Bug → became Feature request/);
    expect(edited).toHaveTextContent(/Offered\s*No → became Yes/);
    expect(created).toHaveTextContent('The help desk itself');
  });

  it('compares long texts word by word', async () => {
    const { backend, user } = await open();
    const before = `${'It is as it always was, and stays so. '.repeat(10)}Call Bob.`;
    const changes = [{ field: 'description', from: before, to: before.replace('Bob', 'Alice') }];
    await backend.answer('GET', LOG, makePage([makeEntry({ changes })]));
    expect(screen.getByText('Bob.', { selector: 'del' })).toBeVisible();
    expect(screen.getByText('Alice.', { selector: 'ins' })).toBeVisible();
    expect(entries()[0]).not.toHaveTextContent(before.slice(0, 100));
    await user.click(screen.getByRole('button', { name: 'All of it' }));
    expect(entries()[0]).toHaveTextContent(before.slice(0, 100));
  });

  it('goes on behind the first page', async () => {
    const { backend, user } = await open();
    await backend.answer('GET', LOG, makePage([makeEntry()], { next_cursor: 'abc' }));
    await user.click(screen.getByRole('button', { name: 'Load more' }));
    const request = await backend.answer('GET', LOG, makePage([makeEntry({ id: 900 })]));
    expect(request.params.get('cursor')).toBe('abc');
    expect(entries()).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Load more' })).not.toBeInTheDocument();
  });

  it('says that there is none yet', async () => {
    const { backend } = await open();
    await backend.answer('GET', LOG, makePage([]));
    expect(screen.getByText('No history yet')).toBeVisible();
  });

  it('says what failed, and tries again', async () => {
    const { backend, user } = await open();
    await backend.refuse('GET', LOG, 503, 'The database is away.');
    expect(screen.getByText('The database is away.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await backend.answer('GET', LOG, makePage([makeEntry()]));
    expect(entries()).toHaveLength(1);
  });

  it('knows the name of what is gone', async () => {
    const { backend } = await open();
    await backend.refuse('GET', ONE, 404);
    await backend.answer('GET', LOG, makePage([makeEntry({ type: 'template.deleted', changes: [] })]));
    expect(screen.getByRole('link', { name: 'Bug report' })).toHaveAttribute('href', '/admin/templates/2');
  });

  it('is not there for models without one', async () => {
    await open('/admin/jobs/2/history');
    expect(screen.getByText('There is nothing here')).toBeVisible();
  });
});
