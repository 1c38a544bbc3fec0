import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import type { IntegrationView, JiraIssueView } from '@ticketing/contracts';
import { Backend, provideBackend } from '../../../testing/backend';
import { makeTicket } from '../../../testing/make';
import { makeIntegration, makeIssue } from '../../../testing/make-admin';
import { JiraIssues } from './jira-issues';

const ISSUES = '/api/tickets/182/jira_issues/';
const JIRA = makeIntegration({ id: 4, kind: 'jira', name: 'Jira of engineering' });

async function renderIssues(integrations: IntegrationView[], issues: JiraIssueView[] = []) {
  await render(JiraIssues, { providers: [provideBackend()], inputs: { ticket: makeTicket() } });
  const backend = new Backend();
  await backend.answer('GET', '/api/admin/integrations/', { results: integrations });
  if (integrations.some(({ kind }) => kind === 'jira'))
    await backend.answer('GET', ISSUES, { results: issues });
  return { backend, user: userEvent.setup() };
}

const create = () => screen.queryByRole('button', { name: 'Create Jira issue' });

describe('JiraIssues', () => {
  it('is not there where there is no Jira', async () => {
    const { backend } = await renderIssues([makeIntegration()]);
    expect(screen.queryByRole('region', { name: 'Jira' })).not.toBeInTheDocument();
    expect(backend.waiting('GET', ISSUES)).toHaveLength(0);
  });

  it('offers no issue in a Jira that is switched off', async () => {
    await renderIssues([{ ...JIRA, is_active: false }]);
    expect(create()).not.toBeInTheDocument();
  });

  it('asks for an issue and says that it is being made', async () => {
    const { backend, user } = await renderIssues([JIRA]);
    await user.click(create()!);
    const request = await backend.answer(
      'POST',
      ISSUES,
      makeIssue({ state: 'pending', key: null, url: null }),
      202,
    );
    expect(request.body).toEqual({ integration_id: 4 });
    expect(request.headers.get('Idempotency-Key')).toBeTruthy();
    expect(screen.getByText(/Being created in Jira of engineering/)).toBeVisible();
    expect(create()).not.toBeInTheDocument();
  });

  it('looks again until the issue has been made', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const { backend } = await renderIssues([JIRA], [makeIssue({ state: 'pending', key: null, url: null })]);
    await jest.advanceTimersByTimeAsync(2_000);
    await backend.answer('GET', ISSUES, { results: [makeIssue()] });
    expect(screen.getByRole('link', { name: /ACME-17/ })).toHaveAttribute('rel', 'noopener noreferrer');
    jest.useRealTimers();
  });

  it('says why an issue is not made yet', async () => {
    const waiting = makeIssue({ state: 'pending', key: null, url: null, reason: 'Jira does not answer.' });
    await renderIssues([JIRA], [waiting]);
    expect(screen.getByRole('status')).toHaveTextContent(/The last try failed: Jira does not answer\./);
  });

  it('shows how the issue is, and asks Jira again', async () => {
    const { backend, user } = await renderIssues([JIRA], [makeIssue()]);
    expect(screen.getByText('In Progress')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Refresh from Jira' }));
    const done = makeIssue({ status_name: 'Done', status_category: 'done' });
    await backend.answer('POST', `${ISSUES}refresh/`, { results: [done] });
    expect(screen.getByText('Done')).toBeVisible();
  });

  it('says why there is none, and offers to ask once more', async () => {
    await renderIssues(
      [JIRA],
      [makeIssue({ state: 'failed', key: null, url: null, reason: 'No such project.' })],
    );
    expect(screen.getByText(/has no issue. No such project/)).toBeVisible();
    expect(create()).toBeVisible();
  });

  it('lets choose where there are several', async () => {
    const { backend, user } = await renderIssues([JIRA, { ...JIRA, id: 5, name: 'Jira of sales' }]);
    await user.click(create()!);
    await user.click(await screen.findByRole('menuitem', { name: 'Jira of sales' }));
    const request = await backend.next('POST', ISSUES);
    expect(request.request.body).toEqual({ integration_id: 5 });
  });
});
