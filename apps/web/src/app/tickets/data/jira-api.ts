import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { JiraIssueList, JiraIssueView, RequestJiraIssueRequest } from '@ticketing/contracts';
import { firstValueFrom } from 'rxjs';
import { RetryKeys } from '../../core/http/retry-keys';
import { ticketUrl } from './ticket-api';

/** The endpoints for a ticket's issues in Jira. */
@Service()
export class JiraApi {
  private readonly http = inject(HttpClient);
  private readonly keys = new RetryKeys();

  /** Asks for an issue; it is made in the background. */
  async request(ticket: number, integration: number): Promise<JiraIssueView> {
    const wish = [ticket, integration];
    const body: RequestJiraIssueRequest = { integration_id: integration };
    const headers = { 'Idempotency-Key': this.keys.for(wish) };
    const url = `${ticketUrl(ticket)}jira_issues/`;
    const issue = await firstValueFrom(this.http.post<JiraIssueView>(url, body, { headers }));
    this.keys.done(wish);
    return issue;
  }

  /** Asks Jira how the issues are. */
  refresh(ticket: number): Promise<JiraIssueList> {
    return firstValueFrom(this.http.post<JiraIssueList>(`${ticketUrl(ticket)}jira_issues/refresh/`, {}));
  }
}
