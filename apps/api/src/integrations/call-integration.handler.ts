import { Injectable, type OnModuleInit } from '@nestjs/common';
import { INTEGRATION_EVENT_TYPES } from '@ticketing/contracts';
import {
  type Delivery,
  EventHandlers,
  NotNow,
  type StoredEvent,
  Undeliverable,
} from '../platform/events/event-handlers.js';
import { Adapters } from './adapters.js';
import { EventFactsReader } from './event-facts.js';
import type { OpenIntegration, Verdict } from './integration-adapter.js';
import { IntegrationCaller } from './integration-caller.js';
import { IntegrationSecrets, isUnopenable, UNOPENABLE } from './integration-secrets.js';
import type { IntegrationEntity } from './integration.entity.js';
import { IntegrationsRepository } from './integrations.repository.js';

const RECIPIENT = 'integration:';

/** Tells integrations of events. What they may hear is judged when it is sent, not when it happened. */
@Injectable()
export class CallIntegrationHandler implements OnModuleInit {
  constructor(
    private readonly handlers: EventHandlers,
    private readonly integrations: IntegrationsRepository,
    private readonly secrets: IntegrationSecrets,
    private readonly adapters: Adapters,
    private readonly facts: EventFactsReader,
    private readonly caller: IntegrationCaller,
  ) {}

  onModuleInit(): void {
    this.handlers.register({
      name: 'call-integration',
      types: INTEGRATION_EVENT_TYPES,
      queue: 'webhooks',
      recipients: (event) => this.recipients(event),
      atOnce: 1,
      patience: 'day',
      handle: (delivery) => this.handle(delivery),
    });
  }

  private async recipients({ type, isInternal }: StoredEvent): Promise<string[]> {
    if (isInternal) return [];
    return (await this.integrations.listening(type)).map((id) => `${RECIPIENT}${id}`);
  }

  private async handle({ id, recipient, events: [event] }: Delivery): Promise<void> {
    const row = await this.integrations.find(Number(recipient.slice(RECIPIENT.length)));
    if (!row?.events.some((type) => type === event.type)) return; // deleted, or wants it no more
    if (!row.isActive) throw new Undeliverable('The integration is switched off.');
    const facts = await this.facts.load(event);
    if (!facts) return;
    const [adapter, integration] = [this.adapters.for(row.kind), opened(this.secrets, row)];
    const about = { deliveryRowId: id, deliveryId: id, eventType: event.type, ticketId: event.ticketId };
    const call = adapter.callFor!(facts, integration, id);
    const { verdict } = await this.caller.call(integration, call, about, (answer) => adapter.judge(answer));
    settle(verdict);
  }
}

/** @throws Undeliverable when its secret cannot be read any more */
export function opened(secrets: IntegrationSecrets, row: IntegrationEntity): OpenIntegration {
  try {
    return secrets.open(row);
  } catch (error) {
    if (isUnopenable(error)) throw new Undeliverable(UNOPENABLE);
    throw error;
  }
}

/** Tells the queue what the verdict means for the delivery. */
function settle(verdict: Verdict): void {
  if (verdict.kind === 'delivered') return;
  if (verdict.kind !== 'failed') throw new Undeliverable(verdict.reason);
  if (verdict.waitMs !== undefined) throw new NotNow(verdict.reason, verdict.waitMs);
  throw new Error(verdict.reason);
}
