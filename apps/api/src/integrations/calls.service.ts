import { Injectable } from '@nestjs/common';
import { type IntegrationCallView, LIMITS, type Page } from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { Database } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import { Cursors, cutPage, page } from '../platform/http/paging.js';
import { Log } from '../platform/logging/log.js';
import { canReplay, presentCall } from './call.presenter.js';
import { CallsRepository } from './calls.repository.js';
import type { ListIntegrationCallsQuery } from './dto/integration-call.dto.js';
import type { IntegrationEntity } from './integration.entity.js';
import { integrationChanged } from './integration.events.js';
import { callNotFound, cannotReplay, integrationNotFound } from './integration.problems.js';
import { IntegrationsRepository } from './integrations.repository.js';

/** The log of an integration: what was sent, what came back, and sending it again. */
@Injectable()
export class CallsService {
  constructor(
    private readonly database: Database,
    private readonly integrations: IntegrationsRepository,
    private readonly calls: CallsRepository,
    private readonly cursors: Cursors,
    private readonly events: EventLog,
    private readonly log: Log,
  ) {}

  /** Newest first. @throws ProblemError 404 */
  async list(actor: Actor, id: number, query: ListIntegrationCallsQuery): Promise<Page<IntegrationCallView>> {
    const integration = await this.find(id);
    const { limit = LIMITS.page.standard, cursor } = query;
    const list = { list: 'integration-calls', actor: actor.id, integration: id };
    const [beforeId] = this.cursors.read(list, cursor) ?? [LIMITS.id.max];
    const [found, total] = await Promise.all([
      this.calls.list(id, Number(beforeId), limit + 1),
      this.calls.count(id),
    ]);
    const { rows, next } = cutPage(found, limit, (row) => [row.id]);
    const results = rows.map((row) => presentCall(row, integration));
    return page(results, next && this.cursors.write(list, next), total);
  }

  /** Makes its delivery due again, under the same id. @throws ProblemError 404, 409 */
  async replay(actor: Actor, id: number, callId: number): Promise<IntegrationCallView> {
    const integration = await this.find(id);
    const call = await this.calls.find(id, callId);
    if (!call) throw callNotFound();
    if (!canReplay(call, integration)) throw cannotReplay();
    await this.database.transaction(async (tx) => {
      if (!(await this.calls.revive(tx, call.deliveryRowId!))) throw cannotReplay();
      await this.events.append(tx, integrationChanged('call_replayed', actor, integration));
    });
    this.log.info('integration call replayed', { integrationId: id, deliveryId: call.deliveryId });
    return presentCall((await this.calls.find(id, callId))!, integration);
  }

  private async find(id: number): Promise<IntegrationEntity> {
    const row = await this.integrations.find(id);
    if (!row) throw integrationNotFound();
    return row;
  }
}
