import { BreakpointObserver } from '@angular/cdk/layout';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import type { SessionInfo } from '@ticketing/contracts';
import { of } from 'rxjs';
import { Backend, provideBackend } from '../../../../testing/backend';
import { ADA, makeMe, makePage, makeSessionInfo } from '../../../../testing/make';
import { makeAdminUser } from '../../../../testing/make-admin';
import { provideSignedIn } from '../../../../testing/signed-in';
import { Toaster } from '../../../ui/toaster';
import { ModelDetailPage } from '../../detail/model-detail-page';
import { NewRowPage } from '../../form/new-row-page';
import { ModelListPage } from '../../list/model-list-page';

const ALL = '/api/admin/users/';
const ONE = `${ALL}3/`;
const SESSIONS = `${ONE}sessions/`;

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
          { path: 'admin/:model/new', component: NewRowPage },
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

async function openCarla(facts = {}, sessions: SessionInfo[] = [makeSessionInfo()]) {
  const page = await open('/admin/users/3');
  await page.backend.answer('GET', ONE, makeAdminUser(facts));
  await page.backend.answer('GET', SESSIONS, { results: sessions });
  return page;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }));

describe('the list of people', () => {
  it('says who they are and whether they can sign in', async () => {
    const { backend } = await open('/admin/users');
    const people = [
      makeAdminUser(),
      makeAdminUser({ id: 4, name: 'Dora', is_invited: true, is_email_verified: false }),
      makeAdminUser({ id: 5, name: 'Emil', role: 'admin', is_active: false, has_two_factor: true }),
    ];
    await backend.answer('GET', ALL, makePage(people));
    const rows = screen.getAllByRole('row').slice(1);
    expect(rows[0]).toHaveTextContent(/Carla Customer\s*carla@example.com\s*User\s*Active\s*Off\s*Yes/);
    expect(rows[1]).toHaveTextContent(/Dora.*Invited\s*Off\s*No/);
    expect(rows[2]).toHaveTextContent(/Emil.*Admin\s*Deactivated\s*On/);
  });

  it('asks the API for what is searched, filtered and sorted', async () => {
    const { backend, user } = await open('/admin/users?q=carla&role=user&is_active=false');
    const request = await backend.answer('GET', ALL, makePage([makeAdminUser()]));
    expect(request.params.get('q')).toBe('carla');
    expect(request.params.getAll('role')).toEqual(['user']);
    expect(request.params.getAll('is_active')).toEqual(['false']);
    await user.click(button('Created'));
    const sorted = await backend.answer('GET', ALL, makePage([makeAdminUser()]));
    expect(sorted.params.get('sort')).toBe('created_at');
  });
});

describe('a person', () => {
  it('leads to the tickets that wait for them', async () => {
    await openCarla({ active_tickets: 2 });
    expect(screen.getByRole('link', { name: '2 requested by them' })).toHaveAttribute(
      'href',
      '/admin/tickets?user=3&status=open&status=in_progress&status=pending_user',
    );
    expect(screen.queryByText(/assigned to them/)).not.toBeInTheDocument();
  });

  it('leads to the tickets that an admin has', async () => {
    await openCarla({ role: 'admin', active_tickets: 0, assigned_tickets: 1 });
    expect(screen.getByText('0 requested by them')).toBeVisible();
    expect(screen.getByRole('link', { name: '1 assigned to them' })).toHaveAttribute(
      'href',
      expect.stringContaining('assigned_to=3'),
    );
  });

  it('sends only what was changed, based on the version that was read', async () => {
    const { backend, user } = await openCarla({ version: 7 });
    await user.clear(screen.getByLabelText('Last name'));
    await user.type(screen.getByLabelText('Last name'), 'Client');
    await user.click(button('Save'));
    const request = await backend.answer('PATCH', ONE, makeAdminUser({ name: 'Carla Client' }));
    expect(request.body).toEqual({ last_name: 'Client' });
    expect(request.headers.get('If-Match')).toBe('"7"');
    expect(screen.getByRole('heading', { level: 1, name: 'Carla Client' })).toBeVisible();
  });

  it('is deactivated after a question that says what follows, and back by one click', async () => {
    const { backend, toaster, user } = await openCarla();
    await user.click(button('Deactivate'));
    const question = await dialog('Deactivate Carla Customer?');
    expect(question.getByText('They are signed out everywhere, and cannot sign in.')).toBeVisible();
    expect(question.getByText('Their tickets and comments stay.')).toBeVisible();
    await user.click(question.getByRole('button', { name: 'Deactivate' }));
    const request = await backend.answer('PATCH', ONE, makeAdminUser({ is_active: false }));
    expect(request.body).toEqual({ is_active: false });
    await backend.answer('GET', SESSIONS, { results: [] });
    expect(screen.getByText('Signed in nowhere.')).toBeVisible();
    expect(button('Activate')).toBeVisible();
    toaster.toasts()[0]?.action?.run();
    expect((await backend.next('PATCH', ONE)).request.body).toEqual({ is_active: true });
  });

  it('stays an admin when nobody else is one, and it says why', async () => {
    const { backend, toaster, user } = await openCarla({ role: 'admin' });
    await user.click(button('Make user'));
    await user.click(
      (await dialog('Make Carla Customer a user?')).getByRole('button', { name: 'Make user' }),
    );
    await backend.refuse('PATCH', ONE, 409, 'This is the last active admin. Make somebody else one first.');
    expect(toaster.toasts()[0]?.text).toBe('This is the last active admin. Make somebody else one first.');
    expect(button('Make user')).toBeVisible();
  });

  it('gets a link for a new password, or the invitation once more', async () => {
    const { backend, toaster, user } = await openCarla({ is_invited: true });
    expect(screen.getByText('Invited by mail. They have not chosen a password yet.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /new password/ })).not.toBeInTheDocument();
    await user.click(button('Invite again'));
    const question = await dialog('Invite Carla Customer again?');
    expect(question.getByText('carla@example.com')).toBeVisible();
    await user.click(question.getByRole('button', { name: 'Send the mail' }));
    await backend.answer('POST', `${ONE}reset_password/`, null, 202);
    expect(toaster.toasts()[0]?.text).toBe('The invitation is on its way.');
  });

  it('offers to turn off two-factor sign-in only where it is on', async () => {
    await openCarla();
    expect(screen.queryByRole('button', { name: /two-factor/ })).not.toBeInTheDocument();
  });
});

describe('a person with two-factor sign-in', () => {
  it('gets in by the password alone after an admin has turned it off', async () => {
    const { backend, toaster, user } = await openCarla({ has_two_factor: true });
    await user.click(button('Turn off two-factor sign-in'));
    const question = await dialog('Turn off two-factor sign-in of Carla Customer?');
    await user.click(question.getByRole('button', { name: 'Turn off' }));
    await backend.answer('POST', `${ONE}disable_two_factor/`, null, 204);
    await backend.answer('GET', ONE, makeAdminUser());
    expect(toaster.toasts()[0]?.text).toBe('Two-factor sign-in is off.');
    expect(screen.queryByRole('button', { name: /two-factor/ })).not.toBeInTheDocument();
  });
});

describe('the sessions of a person', () => {
  it('are listed by device, and end one by one', async () => {
    const { backend, toaster, user } = await openCarla({}, [makeSessionInfo({ id: 'one' })]);
    const list = within(screen.getByRole('list', { name: 'Sessions' }));
    expect(list.getByRole('listitem')).toHaveTextContent(/Firefox on Linux.*203\.0\.113\.9/);
    expect(screen.queryByRole('button', { name: 'End all' })).not.toBeInTheDocument();
    await user.click(button('End the session on Firefox on Linux'));
    await backend.answer('DELETE', `${SESSIONS}one/`, null, 204);
    expect(toaster.toasts()[0]?.text).toBe('Session ended.');
    await backend.answer('GET', SESSIONS, { results: [] });
    await backend.answer('GET', ONE, makeAdminUser({ session_count: 0 }));
    expect(screen.getByText('Signed in nowhere.')).toBeVisible();
  });

  it('end all at once', async () => {
    const { backend, user } = await openCarla(
      {},
      ['one', 'two'].map((id) => makeSessionInfo({ id })),
    );
    await user.click(button('End all'));
    await backend.answer('DELETE', SESSIONS, null, 204);
    await backend.answer('GET', SESSIONS, { results: [] });
    expect(screen.queryByRole('button', { name: 'End all' })).not.toBeInTheDocument();
  });

  it('say when they could not be loaded, or not be ended', async () => {
    const { backend, toaster, user } = await open('/admin/users/3');
    await backend.answer('GET', ONE, makeAdminUser());
    await backend.refuse('GET', SESSIONS, 503, 'The database is away.');
    expect(screen.getByText(/could not be loaded. The database is away/)).toBeVisible();
    await user.click(button('Try again'));
    await backend.answer('GET', SESSIONS, { results: [makeSessionInfo({ id: 'one' })] });
    await user.click(button('End the session on Firefox on Linux'));
    await backend.refuse('DELETE', `${SESSIONS}one/`, 503, 'The database is away.');
    expect(toaster.toasts()[0]?.text).toBe('The database is away.');
  });
});

describe('an invitation', () => {
  it('makes the account, which is active', async () => {
    const { backend, path, user } = await open('/admin/users/new');
    expect(screen.queryByLabelText('Active')).not.toBeInTheDocument();
    await user.type(screen.getByLabelText('First name'), 'Dora');
    await user.type(screen.getByLabelText('Last name'), 'Diaz');
    await user.type(screen.getByLabelText('E-mail'), 'dora@example.com');
    await user.selectOptions(screen.getByLabelText('Role'), 'Admin');
    await user.click(button('Create'));
    const request = await backend.answer('POST', ALL, makeAdminUser({ is_invited: true }), 201);
    expect(request.body).toEqual({
      first_name: 'Dora',
      last_name: 'Diaz',
      email: 'dora@example.com',
      role: 'admin',
    });
    expect(path()).toBe('/admin/users/3');
  });

  it('says at the field when the address is taken', async () => {
    const { backend, user } = await open('/admin/users/new');
    await user.type(screen.getByLabelText('First name'), 'Dora');
    await user.type(screen.getByLabelText('Last name'), 'Diaz');
    await user.type(screen.getByLabelText('E-mail'), 'carla@example.com');
    await user.click(button('Create'));
    const taken = [{ pointer: '/email', detail: 'Somebody has an account with this address.' }];
    await backend.refuse('POST', ALL, 409, 'Taken.', taken);
    expect(screen.getByLabelText('E-mail')).toHaveAccessibleDescription(/Somebody has an account/);
  });
});
