import type {
  CreateIntegrationRequest,
  IntegrationCallView,
  IntegrationWithSecret,
} from '@ticketing/contracts';
import type { Person } from './make.js';
import type { TestApi } from './start-api.js';

/** Integrations that may reach the servers of the tests. */
export const LOCAL = { ALLOW_PRIVATE_WEBHOOKS: 'true' };

export const INTEGRATIONS = '/api/admin/integrations/';

/** Adds an integration as the admin, through the API. */
export async function makeIntegration(
  api: TestApi,
  admin: Person,
  fields: Partial<CreateIntegrationRequest> & Pick<CreateIntegrationRequest, 'kind'>,
): Promise<IntegrationWithSecret> {
  const answer = await api.as(admin).post(INTEGRATIONS, { name: 'Some system', ...fields });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** Its log, newest first. */
export async function callsOf(api: TestApi, admin: Person, id: number): Promise<IntegrationCallView[]> {
  const answer = await api.as(admin).get(`${INTEGRATIONS}${id}/calls/`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.results;
}

/** What waits for its next try is due now. */
export const makeDue = ({ db }: TestApi) =>
  db.client.query('update deliveries set next_try_at = now() where done_at is null and dead_at is null');
