import { BreakpointObserver } from '@angular/cdk/layout';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { of } from 'rxjs';
import { Backend, provideBackend } from '../../../../testing/backend';
import { ADA, GRACE, makeMe, makePage, makeTag } from '../../../../testing/make';
import { makeAdminTicket, makeAdminUser } from '../../../../testing/make-admin';
import { provideSignedIn } from '../../../../testing/signed-in';
import { Toaster } from '../../../ui/toaster';
import { ModelDetailPage } from '../../detail/model-detail-page';
import { ModelListPage } from '../../list/model-list-page';

const ALL = '/api/admin/tickets/';
const ONE = `${ALL}182/`;
const NOON = '2026-11-24T12:00:00Z';

async function open(address: string) {
  localStorage.clear();
  Element.prototype.scrollIntoView = jest.fn();
  TestBed.configureTestingModule({
    providers: [
      provideBackend(),
      provideSignedIn(makeMe(ADA)),
      { provide: BreakpointObserver, useValue: { observe: () => of({ matches: true }) } },
      provideRouter(
        [
          { path: 'admin/:model/:id', component: ModelDetailPage },
          { path: 'admin/:model', component: ModelListPage },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(address);
  return {
    backend: new Backend(),
    user: userEvent.setup(),
    path: () => TestBed.inject(Router).url,
    toaster: TestBed.inject(Toaster),
  };
}

async function openTicket(facts = {}) {
  const page = await open('/admin/tickets/182');
  await page.backend.answer('GET', ONE, makeAdminTicket(facts));
  return page;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the list of tickets', () => {
  it('says what each is about, how it is, and who has it', async () => {
    const { backend } = await open('/admin/tickets');
    const request = await backend.answer(
      'GET',
      ALL,
      makePage([makeAdminTicket({ priority: 'urgent', assigned_to: GRACE })]),
    );
    expect(request.params.getAll('is_deleted')).toEqual(['false']);
    const row = screen.getAllByRole('row')[1]!;
    expect(within(row).getByRole('link', { name: 'The printer hums' })).toHaveAttribute(
      'href',
      '/admin/tickets/182',
    );
    expect(row).toHaveTextContent(/182\s*Open\s*Urgent\s*Carla Customer.*Grace Hopper/);
  });

  it('is narrowed to tickets with a tag, by its name', async () => {
    const { backend } = await open('/admin/tickets?tag=5');
    const { params } = await backend.answer('GET', ALL, makePage([makeAdminTicket({ tags: [makeTag()] })]));
    expect(params.getAll('tag')).toEqual(['5']);
    expect(screen.getByRole('button', { name: /Tag: VIP/ })).toBeVisible();
  });

  it('asks the API for what is filtered, searched and sorted', async () => {
    const { backend, user } = await open(
      '/admin/tickets?status=open&status=closed&category=bug&assigned_to=none&user=3&q=hums&is_deleted=true',
    );
    const { params } = await backend.answer('GET', ALL, makePage([makeAdminTicket()]));
    expect(params.getAll('status')).toEqual(['open', 'closed']);
    for (const [key, value] of [
      ['category', 'bug'],
      ['assigned_to', 'none'],
      ['user', '3'],
      ['q', 'hums'],
      ['is_deleted', 'true'],
    ] as const) {
      expect(params.get(key)).toBe(value);
    }
    await user.click(button('Priority'));
    expect((await backend.next('GET', ALL)).request.params.get('sort')).toBe('priority');
  });

  it('is filtered by who has them: somebody, or nobody', async () => {
    const { backend, user } = await open('/admin/tickets?assigned_to=2');
    await backend.answer('GET', ALL, makePage([]));
    await backend.answer('GET', '/api/admin/users/2/', makeAdminUser({ ...GRACE }));
    await user.click(button('Assignee: Grace Hopper'));
    const choice = within(screen.getByRole('dialog', { name: 'Assignee' }));
    await user.click(choice.getByRole('button', { name: 'Nobody' }));
    expect((await backend.next('GET', ALL)).request.params.get('assigned_to')).toBe('none');
    expect(button('Assignee: Nobody')).toBeVisible();
    await user.click(button('Remove the filter Assignee'));
    expect((await backend.next('GET', ALL)).request.params.has('assigned_to')).toBe(false);
  });
});

describe('all tags', () => {
  const GATE = { id: 4, name: 'gate', color: 'red' as const };

  it('narrow the list, also those that no ticket loaded carries', async () => {
    const { backend, user } = await open('/admin/tickets');
    await backend.answer('GET', ALL, makePage([makeAdminTicket()]));
    await backend.answer('GET', '/api/tags/', { results: [GATE] });
    await user.click(button(/^Tag:/));
    await user.click(screen.getByRole('option', { name: 'gate' }));
    expect((await backend.next('GET', ALL)).request.params.getAll('tag')).toEqual(['4']);
  });

  it('can be added to many tickets, once one is chosen', async () => {
    const { backend, user } = await open('/admin/tickets');
    await backend.answer('GET', ALL, makePage([makeAdminTicket({ id: 7 }), makeAdminTicket({ id: 9 })]));
    await backend.answer('GET', '/api/tags/', { results: [GATE] });
    await user.click(screen.getByRole('checkbox', { name: 'Select all that are loaded' }));
    await user.click(button('More'));
    expect(screen.queryByRole('menuitem', { name: 'Remove tags' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('menuitem', { name: 'Add tags' }));
    const question = within(await screen.findByRole('dialog', { name: 'Add tags to 2 tickets?' }));
    await backend.answer('GET', '/api/tags/', { results: [GATE] });
    await user.click(await question.findByRole('checkbox', { name: 'gate' }));
    const asked = await backend.answer('POST', `${ALL}bulk/preview/`, {
      changed: 2,
      unchanged: 0,
      refused: [],
      effects: ['2 tickets: tag gate added'],
    });
    expect(asked.body).toEqual({ ids: [7, 9], change: { add_tags: [4] } });
    expect(question.getByText('2 tickets: tag gate added')).toBeVisible();
  });

  it('are taken off many tickets: those that they carry', async () => {
    const { backend, user } = await open('/admin/tickets');
    await backend.answer(
      'GET',
      ALL,
      makePage([makeAdminTicket({ tags: [GATE] }), makeAdminTicket({ id: 9 })]),
    );
    await user.click(screen.getByRole('checkbox', { name: 'Select all that are loaded' }));
    await user.click(button('More'));
    await user.click(screen.getByRole('menuitem', { name: 'Remove tags' }));
    const question = within(await screen.findByRole('dialog', { name: 'Remove tags from 2 tickets?' }));
    expect(question.getAllByRole('checkbox')).toHaveLength(1);
    expect(question.getByRole('checkbox', { name: 'gate' })).toBeVisible();
  });
});

describe('many tickets', () => {
  it('are changed by one request, after what will happen was shown, and taken back by one', async () => {
    const { backend, toaster, user } = await open('/admin/tickets');
    const tickets = [makeAdminTicket({ id: 7 }), makeAdminTicket({ id: 9 })];
    await backend.answer('GET', ALL, makePage(tickets));
    await user.click(screen.getByRole('checkbox', { name: 'Select all that are loaded' }));
    const bar = within(screen.getByRole('toolbar', { name: 'Selected rows' }));
    expect(bar.getAllByRole('button').map((one) => one.textContent?.trim() || one.ariaLabel)).toEqual([
      'Assign',
      'Change status',
      'Change priority',
      'More',
      'Delete',
      'Clear selection',
    ]);
    await user.click(bar.getByRole('button', { name: 'Change priority' }));
    const question = within(await screen.findByRole('dialog', { name: 'Change the priority of 2 tickets?' }));
    const nothing = { changed: 0, unchanged: 2, refused: [], effects: [] };
    await backend.answer('POST', `${ALL}bulk/preview/`, nothing);
    await user.selectOptions(question.getByLabelText('Priority'), 'Urgent');
    const change = { ids: [7, 9], change: { priority: 'urgent' } };
    const effects = ['2 tickets: priority Medium -> Urgent'];
    const preview = { changed: 2, unchanged: 0, refused: [], effects };
    const asked = await backend.answer('POST', `${ALL}bulk/preview/`, preview);
    expect(asked.body).toEqual(change);
    expect(await question.findByText(effects[0]!)).toBeVisible();
    await user.click(question.getByRole('button', { name: 'Change priority' }));
    const result = { id: 5, changed: [7, 9], unchanged: [], refused: [], undo_until: NOON };
    expect((await backend.answer('POST', `${ALL}bulk/`, result)).body).toEqual(change);
    await backend.answer('GET', ALL, makePage(tickets));
    expect(toaster.toasts()[0]?.text).toBe('2 tickets changed.');
    toaster.toasts()[0]?.action?.run();
    await backend.answer('POST', `${ALL}bulk/5/undo/`, { restored: [7, 9], left: [] });
    expect(toaster.toasts().at(-1)?.text).toBe('2 tickets are as they were.');
  });
});

describe('a ticket as data', () => {
  it('leads to its conversation', async () => {
    await openTicket();
    expect(screen.getByRole('link', { name: 'Open in Support tickets' })).toHaveAttribute(
      'href',
      '/tickets/182',
    );
  });

  it('sends only what was changed, and shows it as it is then', async () => {
    const { backend, user } = await openTicket({ version: 4, assigned_to: GRACE });
    await user.selectOptions(screen.getByLabelText('Priority'), 'Urgent');
    await user.clear(screen.getByRole('combobox', { name: /Assignee/ }));
    await user.click(button('Save'));
    const request = await backend.answer('PATCH', ONE, makeAdminTicket({ version: 5, title: 'It hums' }));
    expect(request.body).toEqual({ priority: 'urgent', assigned_to: null });
    expect(request.headers.get('If-Match')).toBe('"4"');
    expect(screen.getByRole('heading', { level: 1, name: /It hums/ })).toBeVisible();
  });

  it('says why a status cannot follow another one', async () => {
    const { backend, user } = await openTicket({ status: 'closed' });
    await user.selectOptions(screen.getByLabelText('Status'), 'Pending');
    await user.click(button('Save'));
    await backend.refuse('PATCH', ONE, 409, 'A closed ticket cannot become pending.');
    expect(screen.getByText('A closed ticket cannot become pending.')).toBeVisible();
  });

  it('is deleted after a question that says what goes with it, and restored', async () => {
    const { backend, user } = await openTicket({ version: 4 });
    await user.click(button('Delete'));
    const question = within(await screen.findByRole('dialog'));
    expect(await question.findByText(/Its comments, its rating and its history/)).toBeVisible();
    await user.click(question.getByRole('button', { name: 'Delete' }));
    await backend.answer('DELETE', ONE, null, 204);
  });

  it('is restored from where it is found', async () => {
    const { backend, user } = await openTicket({ deleted_at: NOON });
    expect(screen.queryByRole('link', { name: 'Open in Support tickets' })).not.toBeInTheDocument();
    await user.click(button('Restore'));
    await backend.answer('POST', `${ONE}restore/`, makeAdminTicket());
    expect(button('Delete')).toBeVisible();
  });
});
