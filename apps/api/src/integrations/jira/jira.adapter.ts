import { Injectable } from '@nestjs/common';
import type { UpdateIntegrationRequest } from '@ticketing/contracts';
import { invalidInput } from '../../platform/http/problem.js';
import { type OutboundAnswer, OutboundHttp } from '../../platform/outbound/outbound-http.js';
import { requireAddress, requireGiven } from '../given-fields.js';
import type {
  Configuration,
  CurrentConfiguration,
  EventFacts,
  IntegrationAdapter,
  IntegrationCall,
  OpenIntegration,
  Verdict,
} from '../integration-adapter.js';
import { DELIVERED, failed, isSuccess } from '../verdicts.js';
import { complaintIn, mayCreate } from './jira-answers.js';
import { permissionCall } from './jira-calls.js';

const STANDARD_TYPE = 'Task';
const PROJECT_KEY = /^[A-Z][A-Z0-9_]+$/;

/** Jira Cloud. It hears of no events: issues are made by a button. */
@Injectable()
export class JiraAdapter implements IntegrationAdapter {
  readonly kind = 'jira';

  constructor(private readonly outbound: OutboundHttp) {}

  async configure(
    given: UpdateIntegrationRequest,
    current: CurrentConfiguration | undefined,
  ): Promise<Configuration> {
    const { site_url, project_key, issue_type, email } = { ...current?.settings, ...ofJira(given) };
    const needed = requireGiven({ site_url, project_key, email, ...(!current && { token: given.token }) });
    const origin = await this.originOf(needed.site_url, current);
    if (given.token === undefined && origin !== current?.settings.site_url) throw tokenNeeded();
    return {
      settings: {
        site_url: origin,
        project_key: keyOf(needed.project_key),
        issue_type: issue_type ?? STANDARD_TYPE,
        email: needed.email,
      },
      events: [],
      ...(given.token !== undefined && { secret: given.token }),
    };
  }

  /** One that is in use already is judged when it is used. */
  private async originOf(site: string, current: CurrentConfiguration | undefined): Promise<string> {
    if (site === current?.settings.site_url) return site;
    return (await requireAddress(this.outbound, '/site_url', site)).origin;
  }

  testCall(_: EventFacts, integration: OpenIntegration): IntegrationCall {
    return permissionCall(integration);
  }

  judge(answer: OutboundAnswer): Verdict {
    if (isSuccess(answer)) return DELIVERED;
    const reason = reasonOf(answer);
    if (reason === undefined) return failed(answer);
    return { kind: answer.status === 401 || answer.status === 403 ? 'broken' : 'refused', reason };
  }

  judgeTest(answer: OutboundAnswer): Verdict {
    const verdict = this.judge(answer);
    if (verdict.kind !== 'delivered' || mayCreate(answer.body)) return verdict;
    return { kind: 'broken', reason: 'The account may not create issues in this project.' };
  }
}

/** What is left out must not hide what is set. */
function ofJira({ site_url, project_key, issue_type, email }: UpdateIntegrationRequest) {
  const given = { site_url, project_key, issue_type, email };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as typeof given;
}

/** Else whoever may change the address could have the token sent to themselves. */
const tokenNeeded = () =>
  invalidInput([{ pointer: '/token', detail: 'Another site needs its API token again.' }]);

/** @throws ProblemError 400 */
function keyOf(given: string): string {
  const key = given.toUpperCase();
  if (!PROJECT_KEY.test(key)) throw notAKey();
  return key;
}

const notAKey = () =>
  invalidInput([
    { pointer: '/project_key', detail: 'The key of a project: letters, digits and _, like ACME.' },
  ]);

const REASONS: Record<number, string> = {
  400: 'Jira refuses the issue.',
  401: 'Jira does not take this e-mail address with this API token.',
  403: 'The account may not do this in Jira.',
  404: 'Jira has no such project, or the account may not see it.',
};

function reasonOf({ status, body }: OutboundAnswer): string | undefined {
  const reason = REASONS[status];
  const complaint = complaintIn(body);
  return reason !== undefined && complaint !== undefined ? `${reason} ${complaint}` : reason;
}
