import { BreakpointObserver } from '@angular/cdk/layout';
import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen, waitFor, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { of } from 'rxjs';
import { Backend, provideBackend } from '../../../testing/backend';
import { ADA, makeMe, makePage } from '../../../testing/make';
import { makeIntegration, makeJob, makeTemplate } from '../../../testing/make-admin';
import { provideSignedIn } from '../../../testing/signed-in';
import { Shortcuts } from '../../core/actions/shortcuts';
import { Toaster } from '../../ui/toaster';
import { ModelListPage } from './model-list-page';

const JOBS = '/api/admin/jobs/';
const TEMPLATES = '/api/admin/templates/';

async function open(address: string, { wide = true } = {}) {
  localStorage.clear();
  Element.prototype.scrollIntoView = jest.fn();
  TestBed.configureTestingModule({
    providers: [
      provideBackend(),
      provideSignedIn(makeMe(ADA)),
      { provide: BreakpointObserver, useValue: { observe: () => of({ matches: wide }) } },
      provideRouter([{ path: 'admin/:model', component: ModelListPage }], withComponentInputBinding()),
    ],
  });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(address);
  return {
    backend: new Backend(),
    user: userEvent.setup(),
    path: () => TestBed.inject(Location).path(),
    toasts: () =>
      TestBed.inject(Toaster)
        .toasts()
        .map(({ text }) => text),
  };
}

const rows = () => screen.getAllByRole('row').slice(1);
const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent?.trim());

describe('the list of a model', () => {
  it('shows rows as the description says, with the usual filter', async () => {
    const { backend } = await open('/admin/jobs');
    const request = await backend.answer('GET', JOBS, makePage([makeJob()]));
    expect(request.params.getAll('state')).toEqual(['dead']);
    const row = within(rows()[0]!);
    expect(row.getByRole('rowheader')).toHaveTextContent('Mail about a ticket');
    expect(row.getByRole('link', { name: '#182' })).toHaveAttribute('href', '/tickets/182');
    expect(row.getByText('550 no such mailbox')).toBeVisible();
  });

  it('shows cards where a table would not fit', async () => {
    const { backend } = await open('/admin/jobs', { wide: false });
    await backend.answer('GET', JOBS, makePage([makeJob()]));
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(within(screen.getByRole('list', { name: 'Jobs' })).getByText('550 no such mailbox')).toBeVisible();
  });

  it('folds its filters where there is little room, but for those that are set', async () => {
    const { backend, user } = await open('/admin/comments?is_internal=true', { wide: false });
    await backend.answer('GET', '/api/admin/comments/', makePage([]));
    expect(screen.getByRole('button', { name: /^Kind:/ })).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Author:/ })).not.toBeInTheDocument();
    const filters = screen.getByRole('button', { name: /^Filters\s*1 set$/ });
    await user.click(filters);
    expect(screen.getByRole('button', { name: /^Author:/ })).toBeVisible();
    await user.click(filters);
    expect(screen.queryByRole('button', { name: /^Author:/ })).not.toBeInTheDocument();
  });

  it('has one menu of what can be done with those selected where there is little room', async () => {
    const { backend, user } = await open('/admin/jobs?state=dead', { wide: false });
    await backend.answer('GET', JOBS, makePage([makeJob()]));
    await user.click(screen.getAllByRole('checkbox')[0]!);
    const bar = within(screen.getByRole('toolbar', { name: 'Selected rows' }));
    expect(bar.getAllByRole('button').length).toBeLessThanOrEqual(3);
  });

  it('keeps what is chosen in the address', async () => {
    const { backend, path, user } = await open('/admin/jobs');
    await backend.answer('GET', JOBS, makePage([makeJob()]));
    await user.click(screen.getByRole('button', { name: 'State: Failed' }));
    await user.click(await screen.findByRole('option', { name: 'Waiting' }));
    const request = await backend.answer('GET', JOBS, makePage([]));
    expect(request.params.getAll('state')).toEqual(['waiting']);
    expect(path()).toBe('/admin/jobs?state=waiting');
  });

  it('loads the next page behind the first', async () => {
    const { backend, user } = await open('/admin/jobs');
    await backend.answer('GET', JOBS, makePage([makeJob({ id: 2 })], { next_cursor: 'abc', total: null }));
    expect(screen.getByText('1+')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Load more' }));
    const request = await backend.answer('GET', JOBS, makePage([makeJob({ id: 1 })], { total: null }));
    expect(request.params.get('cursor')).toBe('abc');
    expect(rows()).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Load more' })).not.toBeInTheDocument();
  });

  it('says what an empty list means, and what to do when filters are the reason', async () => {
    const { backend, user, path } = await open('/admin/jobs?handler=mail-ticket');
    await backend.answer('GET', JOBS, makePage([]));
    expect(screen.getByText('Nothing matches')).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0]!);
    await backend.answer('GET', JOBS, makePage([]));
    expect(screen.getByText('No job has failed')).toBeVisible();
    expect(path()).toBe('/admin/jobs');
  });

  it('says what failed, and tries again', async () => {
    const { backend, user } = await open('/admin/jobs');
    await backend.refuse('GET', JOBS, 503, 'The database is away.');
    expect(screen.getByText('The database is away.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await backend.answer('GET', JOBS, makePage([makeJob()]));
    expect(rows()).toHaveLength(1);
  });

  it('does something with one row, says so, and loads again', async () => {
    const { backend, toasts, user } = await open('/admin/jobs');
    await backend.answer('GET', JOBS, makePage([makeJob()]));
    await user.click(screen.getByRole('button', { name: /^Retry: Mail about a ticket/ }));
    await backend.answer('POST', `${JOBS}12/retry/`, makeJob({ state: 'waiting' }));
    await backend.answer('GET', JOBS, makePage([]));
    expect(toasts()).toEqual(['The job is tried again.']);
    expect(screen.getByText('No job has failed')).toBeVisible();
  });

  it('does something with those selected, by Shift a range', async () => {
    const { backend, toasts, user } = await open('/admin/jobs');
    await backend.answer('GET', JOBS, makePage([3, 2, 1].map((id) => makeJob({ id }))));
    const boxes = screen.getAllByRole('checkbox', { name: /^Select Mail/ });
    await user.click(boxes[0]!);
    await user.keyboard('{Shift>}');
    await user.click(boxes[2]!);
    await user.keyboard('{/Shift}');
    const bar = within(screen.getByRole('toolbar', { name: 'Selected rows' }));
    expect(bar.getByText('3 selected')).toBeVisible();
    await user.click(bar.getByRole('button', { name: 'Retry' }));
    await backend.answer('POST', `${JOBS}3/retry/`, makeJob({ id: 3, state: 'waiting' }));
    await backend.refuse('POST', `${JOBS}2/retry/`, 409, 'It is not dead.');
    await backend.answer('POST', `${JOBS}1/retry/`, makeJob({ id: 1, state: 'waiting' }));
    expect(toasts()).toEqual(['2 jobs are tried again.', '1 of 3 could not be done. It is not dead.']);
    await waitFor(() => expect(screen.queryByRole('toolbar')).not.toBeInTheDocument());
  });

  it('does something with all of them, after a question, until nothing is left', async () => {
    const { backend, toasts, user } = await open('/admin/jobs?handler=mail-ticket');
    await backend.answer('GET', JOBS, makePage([makeJob()]));
    await user.click(screen.getByRole('button', { name: 'Retry all' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Retry all failed jobs?' }));
    expect(dialog.getByText(/Every failed job of this kind.*Mail about a ticket/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Retry all' }));
    const first = await backend.answer('POST', `${JOBS}retry_dead/`, { retried: 1000 });
    expect(first.body).toEqual({ handler: 'mail-ticket' });
    await backend.answer('POST', `${JOBS}retry_dead/`, { retried: 0 });
    expect(toasts()).toEqual(['1000 jobs are tried again.']);
  });

  it('offers nothing to do with all of them where there is none', async () => {
    const { backend } = await open('/admin/jobs');
    await backend.answer('GET', JOBS, makePage([]));
    expect(screen.queryByRole('button', { name: 'Retry all' })).not.toBeInTheDocument();
  });

  it('does nothing when somebody changes their mind', async () => {
    const { backend, user } = await open('/admin/jobs');
    await backend.answer('GET', JOBS, makePage([makeJob()]));
    await user.click(screen.getByRole('button', { name: 'Retry all' }));
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(backend.waiting('POST', `${JOBS}retry_dead/`)).toHaveLength(0);
  });

  it('shows all that is known of a row without an address of its own', async () => {
    const { backend, user } = await open('/admin/jobs');
    await backend.answer('GET', JOBS, makePage([makeJob()]));
    await user.click(screen.getByRole('button', { name: 'Mail about a ticket' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'Mail about a ticket, user 7' }));
    expect(sheet.getByText('comment.added')).toBeVisible();
    await user.click(sheet.getByRole('button', { name: 'Retry' }));
    await backend.answer('POST', `${JOBS}12/retry/`, makeJob({ state: 'waiting' }));
  });

  it('walks through the rows and selects by keys', async () => {
    const { backend, user } = await open('/admin/jobs');
    await backend.answer('GET', JOBS, makePage([makeJob({ id: 2 }), makeJob({ id: 1 })]));
    TestBed.runInInjectionContext(() => TestBed.inject(Shortcuts).listen());
    await user.keyboard('jjx');
    expect(within(rows()[1]!).getByRole('checkbox')).toBeChecked();
    await user.keyboard('kx');
    expect(screen.getByText('2 selected')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByText('2 selected')).not.toBeInTheDocument();
  });

  it('shows the columns that somebody chose, also the next time', async () => {
    const { backend, user } = await open('/admin/jobs');
    await backend.answer('GET', JOBS, makePage([makeJob()]));
    expect(screen.queryByRole('columnheader', { name: 'Because of' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(await screen.findByRole('option', { name: 'Because of' }));
    expect(await screen.findByRole('columnheader', { name: 'Because of' })).toBeVisible();
    expect(localStorage.getItem('ticketing.admin.columns.jobs')).toMatch(/ event$/);
  });

  it('sorts a list that comes whole: up, down, and as it was', async () => {
    const { backend, path, user } = await open('/admin/integrations');
    const integrations = ['Beta', 'Alpha', 'Gamma'].map((name, id) => makeIntegration({ id, name }));
    await backend.answer('GET', '/api/admin/integrations/', { results: integrations });
    const sort = () => user.click(screen.getByRole('button', { name: 'Name' }));
    await sort();
    await waitFor(() => expect(names()).toEqual(['Alpha', 'Beta', 'Gamma']));
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
    await sort();
    await waitFor(() => expect(names()).toEqual(['Gamma', 'Beta', 'Alpha']));
    expect(path()).toBe('/admin/integrations?sort=-name');
    await sort();
    await waitFor(() => expect(names()).toEqual(['Beta', 'Alpha', 'Gamma']));
  });

  it('saves everything that fits the filters, not only what is loaded', async () => {
    const files: Blob[] = [];
    URL.createObjectURL = (file) => `blob:${files.push(file as Blob)}`;
    URL.revokeObjectURL = jest.fn();
    const { backend, toasts, user } = await open('/admin/templates?q=bug');
    await backend.answer('GET', TEMPLATES, makePage([makeTemplate()]));
    await user.click(screen.getByRole('button', { name: 'Export CSV' }));
    const page = makePage([makeTemplate({ id: 2 })], { next_cursor: 'abc' });
    const first = await backend.answer('GET', TEMPLATES, page);
    expect(first.params.get('q')).toBe('bug');
    expect(first.params.get('limit')).toBe('100');
    const second = await backend.answer('GET', TEMPLATES, makePage([makeTemplate({ id: 1 })]));
    expect(second.params.get('cursor')).toBe('abc');
    expect(toasts()).toEqual(['2 rows exported.']);
    expect(files[0]?.type).toBe('text/csv;charset=utf-8');
  });

  it('says that an address leads nowhere', async () => {
    await open('/admin/unicorns');
    expect(screen.getByRole('heading', { name: 'Not found' })).toBeInTheDocument();
  });
});
