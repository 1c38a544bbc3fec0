import { Injectable } from '@nestjs/common';
import type { UpdateIntegrationRequest, WebhookPayload } from '@ticketing/contracts';
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
import { newSigningKey, signatureOf } from './webhook-signature.js';

const GONE = 410;

/** Any program that listens: JSON, signed. */
@Injectable()
export class WebhookAdapter implements IntegrationAdapter {
  readonly kind = 'webhook';

  constructor(private readonly outbound: OutboundHttp) {}

  async configure(
    { url, events }: UpdateIntegrationRequest,
    current: CurrentConfiguration | undefined,
  ): Promise<Configuration> {
    const needed = requireGiven({ url: url ?? current?.settings.url, events: events ?? current?.events });
    if (url !== undefined) needed.url = (await requireAddress(this.outbound, '/url', url)).href;
    return {
      settings: { url: needed.url },
      events: needed.events,
      ...(!current && { secret: newSigningKey() }),
    };
  }

  callFor(facts: EventFacts, integration: OpenIntegration, deliveryId: string): IntegrationCall {
    const body = JSON.stringify(payloadOf(facts, deliveryId));
    const timestamp = String(Math.floor(Date.now() / 1_000));
    return {
      method: 'POST',
      url: integration.settings.url!,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Ticketing-Webhook/1',
        'x-ticketing-delivery': deliveryId,
        'x-ticketing-event': facts.type,
        'x-ticketing-timestamp': timestamp,
        'x-ticketing-signature': signatureOf(integration.secrets, timestamp, body),
      },
      body,
      hidden: integration.secrets,
    };
  }

  testCall(sample: EventFacts, integration: OpenIntegration, deliveryId: string): IntegrationCall {
    return this.callFor(sample, integration, deliveryId);
  }

  judge(answer: OutboundAnswer): Verdict {
    if (isSuccess(answer)) return DELIVERED;
    if (answer.status === GONE) return { kind: 'gone', reason: 'Answered 410: it wants no more events.' };
    return failed(answer);
  }
}

function payloadOf(facts: EventFacts, deliveryId: string): WebhookPayload {
  const { type, createdAt, ticket, actor, changes, comment } = facts;
  return { id: deliveryId, type, created_at: createdAt.toISOString(), ticket, actor, changes, comment };
}
