import type { IntegrationCall, OpenIntegration } from '../integration-adapter.js';
import { type IssueTicket, jiraDescription, jiraSummary } from './jira-document.js';

/** Jira Cloud's REST API v3: what we ask it, as requests. */

/** Everything that an issue's status takes in an answer of 64 KiB, with room. */
export const MOST_ISSUES_AT_ONCE = 25;

type Jira = Pick<OpenIntegration, 'settings' | 'secrets'>;

/** The label that finds the issue again. */
export const referenceLabel = (reference: string) => `ticketing-ref-${reference}`;

export function createIssueCall(jira: Jira, ticket: IssueTicket, reference: string): IntegrationCall {
  return call(jira, 'POST', '/rest/api/3/issue', {
    fields: {
      project: { key: jira.settings.project_key },
      issuetype: { name: jira.settings.issue_type },
      summary: jiraSummary(ticket),
      description: jiraDescription(ticket),
      labels: [`ticketing-${ticket.id}`, referenceLabel(reference)],
    },
  });
}

/** Nothing of people is in the query: the reference is a UUID. */
export function findIssueCall(jira: Jira, reference: string): IntegrationCall {
  return call(jira, 'POST', '/rest/api/3/search/jql', {
    jql: `labels = "${referenceLabel(reference)}"`,
    fields: ['status'],
    maxResults: 1,
  });
}

/** By id and not by JQL: JQL refuses a whole search when one of its issues was deleted. */
export function fetchIssuesCall(jira: Jira, issueIds: string[]): IntegrationCall {
  return call(jira, 'POST', '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys: issueIds, fields: ['status'] });
}

/** Asks whether issues could be created, and creates none. */
export function permissionCall(jira: Jira): IntegrationCall {
  const query = new URLSearchParams({
    projectKey: jira.settings.project_key!,
    permissions: 'CREATE_ISSUES',
  });
  return call(jira, 'GET', `/rest/api/3/mypermissions?${query.toString()}`);
}

function call(
  { settings, secrets: [token] }: Jira,
  method: IntegrationCall['method'],
  path: string,
  body?: object,
): IntegrationCall {
  const credentials = Buffer.from(`${settings.email}:${token}`).toString('base64');
  return {
    method,
    url: `${settings.site_url}${path}`,
    headers: {
      accept: 'application/json',
      authorization: `Basic ${credentials}`,
      'user-agent': 'Ticketing-Jira/1',
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    hidden: [credentials, token!],
  };
}
