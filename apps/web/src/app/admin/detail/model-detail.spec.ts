import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { screen, within } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Backend, provideBackend } from '../../../testing/backend';
import { ADA, CARLA, makeMe, makePage } from '../../../testing/make';
import { makeCall, makeIntegration, makeMail, makeTemplate } from '../../../testing/make-admin';
import { provideSignedIn } from '../../../testing/signed-in';
import { Toaster } from '../../ui/toaster';
import { NewRowPage } from '../form/new-row-page';
import { ModelDetailPage } from './model-detail-page';

const ALL = '/api/admin/integrations/';
const ONE = `${ALL}3/`;
const MAIL = '/api/admin/quarantine/73/';

async function open(address: string) {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideBackend(),
      provideSignedIn(makeMe(ADA)),
      provideRouter(
        [
          { path: 'admin/:model/new', component: NewRowPage },
          { path: 'admin/:model/:id', component: ModelDetailPage },
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
    path: () => TestBed.inject(Location).path(),
    toaster: TestBed.inject(Toaster),
  };
}

async function openIntegration(facts = {}, calls = [makeCall()]) {
  const page = await open('/admin/integrations/3');
  await page.backend.answer('GET', ONE, makeIntegration(facts));
  await page.backend.answer('GET', `${ONE}calls/`, makePage(calls));
  return page;
}

describe('the page of a row', () => {
  it('shows its form as it is, its state, and its sections', async () => {
    await openIntegration({ events: ['comment.added'] });
    expect(screen.getByRole('heading', { level: 1, name: 'Warehouse' })).toBeVisible();
    expect(screen.getByText('On')).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveValue('https://hooks.example.com/in');
    expect(screen.getByRole('checkbox', { name: 'Somebody comments' })).toBeChecked();
    expect(screen.getByRole('region', { name: 'Signing key' })).toHaveTextContent('…wt34');
  });

  it('sends what stands in the form, based on the version that was read', async () => {
    const { backend, user, toaster } = await openIntegration({ version: 4 });
    await user.clear(screen.getByLabelText('Name'));
    await user.type(screen.getByLabelText('Name'), ' Warehouse north ');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const request = await backend.answer(
      'PATCH',
      ONE,
      makeIntegration({ name: 'Warehouse north', version: 5 }),
    );
    expect(request.headers.get('If-Match')).toBe('"4"');
    expect(request.body).toEqual({
      name: 'Warehouse north',
      url: 'https://hooks.example.com/in',
      events: ['ticket.created'],
    });
    expect(screen.getByRole('heading', { level: 1, name: 'Warehouse north' })).toBeVisible();
    expect(toaster.toasts()[0]?.text).toBe('Saved.');
  });

  it('leaves a secret as it is when nothing is typed', async () => {
    const { backend, user } = await openIntegration({ kind: 'slack', url: null });
    expect(screen.getByLabelText('Address')).toHaveAccessibleDescription(/Left empty, it stays/);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const request = await backend.answer('PATCH', ONE, makeIntegration());
    expect(request.body).toEqual({ name: 'Warehouse', events: ['ticket.created'] });
  });

  it('keeps what somebody is typing when the row turns out to be different', async () => {
    const { backend, user } = await openIntegration();
    await user.type(screen.getByLabelText('Name'), ' north');
    await user.click(screen.getByRole('button', { name: 'Refresh the log' }));
    await backend.answer('GET', ONE, makeIntegration({ failing_since: '2026-11-24T12:00:00Z' }));
    expect(screen.getByText('Failing')).toBeVisible();
    expect(screen.getByLabelText('Name')).toHaveValue('Warehouse north');
  });

  it('shows no secret once it is saved', async () => {
    const { backend, user } = await openIntegration({ kind: 'slack', url: null });
    await user.type(screen.getByLabelText('Address'), 'https://hooks.slack.com/services/T/B/x');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await backend.answer('PATCH', ONE, makeIntegration({ kind: 'slack', url: null, version: 2 }));
    expect(screen.getByLabelText('Address')).toHaveValue('');
  });

  it('puts what the API finds wrong at its field', async () => {
    const { backend, user } = await openIntegration();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await backend.refuse('PATCH', ONE, 400, 'Invalid.', [
      { pointer: '/url', detail: 'This address is private.' },
    ]);
    expect(screen.getByLabelText('Address')).toHaveAccessibleDescription(/This address is private/);
  });

  it('says what somebody must know first', async () => {
    await openIntegration({ is_active: false, disabled_reason: 'Nothing got through for a day.' });
    expect(screen.getByText('It was switched off. Nothing got through for a day.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Switch off' })).not.toBeInTheDocument();
  });

  it('offers the way back', async () => {
    const { backend, user, toaster } = await openIntegration();
    await user.click(screen.getByRole('button', { name: 'Switch off' }));
    await backend.answer('PATCH', ONE, makeIntegration({ is_active: false }));
    expect(screen.getByRole('button', { name: 'Switch on' })).toBeVisible();
    toaster.toasts()[0]?.action?.run();
    const request = await backend.answer('PATCH', ONE, makeIntegration());
    expect(request.body).toEqual({ is_active: true });
    await backend.answer('GET', ONE, makeIntegration());
    expect(screen.getByRole('button', { name: 'Switch off' })).toBeVisible();
  });

  it('says before deleting what goes with it, and leaves afterwards', async () => {
    const { backend, path, user } = await openIntegration();
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete Warehouse?' }));
    expect(dialog.getByText('Its signing key.')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Delete' }));
    await backend.answer('DELETE', ONE, null, 204);
    expect(path()).toBe('/admin/integrations');
  });

  it('shows a new secret once, and nowhere on the page', async () => {
    const { backend, user } = await openIntegration();
    await user.click(screen.getByRole('button', { name: 'Rotate signing key' }));
    await user.click(await screen.findByRole('button', { name: 'Rotate' }));
    await backend.answer('POST', `${ONE}rotate_secret/`, { ...makeIntegration(), secret: 'whsec_new' });
    const dialog = await screen.findByRole('dialog', { name: 'Signing key' });
    expect(within(dialog).getByText('whsec_new')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'I have kept it' }));
    expect(screen.queryByText('whsec_new')).not.toBeInTheDocument();
  });

  it('says that there is no such row', async () => {
    const { backend } = await open('/admin/integrations/3');
    await backend.refuse('GET', ONE, 404);
    expect(screen.getByText('There is nothing here')).toBeVisible();
  });

  it('says what failed, and tries again', async () => {
    const { backend, user } = await open('/admin/integrations/3');
    await backend.refuse('GET', ONE, 503, 'The database is away.');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await backend.answer('GET', ONE, makeIntegration());
    expect(screen.getByRole('heading', { level: 1, name: 'Warehouse' })).toBeVisible();
  });
});

describe('the page of a template', () => {
  const TEMPLATE = '/api/admin/templates/2/';

  it('leads to its history', async () => {
    const { backend } = await open('/admin/templates/2');
    await backend.answer('GET', TEMPLATE, makeTemplate());
    expect(screen.getByRole('link', { name: 'History' })).toHaveAttribute(
      'href',
      '/admin/templates/2/history',
    );
  });

  it('stays when it is deleted, to be read and restored', async () => {
    const { backend, path, user } = await open('/admin/templates/2');
    await backend.answer('GET', TEMPLATE, makeTemplate());
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete “Bug report”?' }));
    expect(await dialog.findByText('Nobody is offered it any more.')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Delete' }));
    await backend.answer('DELETE', TEMPLATE, null, 204);
    await backend.answer('GET', TEMPLATE, makeTemplate({ deleted_at: '2026-11-24T12:00:00Z' }));
    expect(path()).toBe('/admin/templates/2');
    expect(screen.getByText('Deleted', { exact: true })).toBeVisible();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(screen.getByText('What happened')).toBeVisible();

    await user.click(screen.getByRole('button', { name: 'Restore' }));
    await backend.answer('POST', `${TEMPLATE}restore/`, makeTemplate());
    expect(screen.getByLabelText('Name')).toHaveValue('Bug report');
    expect(screen.queryByRole('button', { name: 'Restore' })).not.toBeInTheDocument();
  });
});

describe('the delivery log', () => {
  it('tries the integration out and says what came back', async () => {
    const { backend, user } = await openIntegration({}, []);
    expect(screen.getByText(/Nothing was sent yet/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Send a test' }));
    const { request, answer } = makeCall();
    const result = {
      is_success: false,
      status: 503,
      answer,
      error: 'It answered 503.',
      duration_ms: 42,
      request,
    };
    await backend.answer('POST', `${ONE}test/`, result);
    expect(screen.getByText('The test failed')).toBeVisible();
    expect(screen.getByText(/Answer 503 after\s+42 ms/)).toBeVisible();
    expect(screen.getByText('It answered 503.')).toBeVisible();
    await backend.answer('GET', `${ONE}calls/`, makePage([makeCall({ event_type: 'integration.test' })]));
    expect(screen.getByText('integration.test')).toBeVisible();
  });

  it('sends again what did not get through', async () => {
    const failed = makeCall({ state: 'failed', status: null, error: 'It did not answer.', can_replay: true });
    const { backend, user } = await openIntegration({}, [failed]);
    await user.click(screen.getByText('ticket.created'));
    expect(screen.getByText('It did not answer.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Replay' }));
    await backend.answer('POST', `${ONE}calls/4711/replay/`, failed, 202);
    await backend.answer(
      'GET',
      `${ONE}calls/`,
      makePage([{ ...failed, state: 'waiting', can_replay: false }]),
    );
    expect(screen.queryByRole('button', { name: 'Replay' })).not.toBeInTheDocument();
  });
});

describe('a new integration', () => {
  it('asks for what its kind needs, and for nothing else', async () => {
    const { backend, user, path } = await open('/admin/integrations/new');
    await user.selectOptions(screen.getByLabelText('Kind'), 'jira');
    expect(screen.queryByLabelText('Address')).not.toBeInTheDocument();
    await user.type(screen.getByLabelText('Name'), 'Engineering');
    await user.type(screen.getByLabelText('Address of your Jira'), 'https://acme.atlassian.net');
    await user.type(screen.getByLabelText('Project key'), 'ACME');
    await user.type(screen.getByLabelText('Jira account'), 'bot@acme.example');
    await user.type(screen.getByLabelText('API token'), 'token-1234');
    await user.click(screen.getByRole('button', { name: 'Create' }));
    const request = await backend.answer('POST', ALL, { ...makeIntegration(), secret: null }, 201);
    expect(request.body).toEqual({
      kind: 'jira',
      name: 'Engineering',
      site_url: 'https://acme.atlassian.net',
      project_key: 'ACME',
      issue_type: 'Task',
      email: 'bot@acme.example',
      token: 'token-1234',
    });
    expect(path()).toBe('/admin/integrations/3');
  });

  it('says what is missing, and sends nothing', async () => {
    const { backend, user } = await open('/admin/integrations/new');
    await user.click(screen.getByRole('checkbox', { name: 'A ticket is created' }));
    await user.click(screen.getByRole('checkbox', { name: 'Somebody comments' }));
    await user.type(screen.getByLabelText('Address'), 'example.com');
    await user.click(screen.getByRole('button', { name: 'Create' }));
    expect(screen.getByText('Name is missing.')).toBeVisible();
    expect(screen.getByText(/does not look like a web address/)).toBeVisible();
    expect(screen.getByText('Choose at least one.')).toBeVisible();
    expect(screen.getByLabelText('Name')).toHaveFocus();
    expect(backend.waiting('POST', ALL)).toHaveLength(0);
  });

  it('shows its secret before anything else', async () => {
    const { backend, path, user } = await open('/admin/integrations/new');
    await user.type(screen.getByLabelText('Name'), 'Warehouse');
    await user.type(screen.getByLabelText('Address'), 'https://hooks.example.com/in');
    await user.click(screen.getByRole('button', { name: 'Create' }));
    await backend.answer('POST', ALL, { ...makeIntegration(), secret: 'whsec_1' }, 201);
    expect(await screen.findByText('whsec_1')).toBeVisible();
    expect(path()).toBe('/admin/integrations/new');
    await user.click(screen.getByRole('button', { name: 'I have kept it' }));
    expect(path()).toBe('/admin/integrations/3');
  });
});

describe('a mail in quarantine', () => {
  it('is shown as text, whatever it says, with why it waits', async () => {
    const { backend } = await open('/admin/quarantine/73');
    await backend.answer('GET', MAIL, makeMail({ text: '<a href="https://evil.example">Click</a>' }));
    expect(screen.getByText('<a href="https://evil.example">Click</a>')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Click' })).not.toBeInTheDocument();
    expect(screen.getByText('Nobody has an account with this address.')).toBeVisible();
  });

  it('becomes a comment as somebody who is found by name', async () => {
    const { backend, user } = await open('/admin/quarantine/73');
    await backend.answer('GET', MAIL, makeMail());
    await user.click(screen.getByRole('button', { name: 'Add as a comment' }));
    await user.click(await screen.findByRole('button', { name: 'Add the comment' }));
    expect(screen.getByText('Number of the ticket must be a number.')).toBeVisible();
    expect(screen.getByText('Choose somebody.')).toBeVisible();
    await user.type(screen.getByLabelText('Number of the ticket'), '182');
    await user.type(screen.getByRole('combobox', { name: 'Person' }), 'car');
    // everybody, until there was a pause in the typing
    await backend.answer('GET', '/api/users/', makePage([]));
    const found = await backend.answer(
      'GET',
      '/api/users/',
      makePage([{ ...CARLA, email: 'carla@example.com' }]),
    );
    expect(found.params.get('q')).toBe('car');
    await user.click(screen.getByRole('option', { name: /Carla Customer/ }));
    await user.click(screen.getByRole('button', { name: 'Add the comment' }));
    const request = await backend.answer(
      'POST',
      `${MAIL}accept/`,
      makeMail({ state: 'accepted', ticket: 182 }),
    );
    expect(request.body).toEqual({ as: 'comment', ticket_id: 182, user_id: 3 });
    expect(screen.getByRole('link', { name: '#182' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Discard' })).not.toBeInTheDocument();
  });
});
