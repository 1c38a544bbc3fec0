import type {
  FieldChange,
  IntegrationEventType,
  IntegrationKind,
  UpdateIntegrationRequest,
  UserRef,
  WebhookPayload,
  WebhookTicket,
} from '@ticketing/contracts';
import type { OutboundAnswer, OutboundRequest } from '../platform/outbound/outbound-http.js';
import type { IntegrationSettings } from './integration.entity.js';

/** Everything about an event that may be told: nothing internal, no e-mail addresses. */
export interface EventFacts {
  type: WebhookPayload['type'];
  createdAt: Date;
  actor: UserRef | null;
  ticket: WebhookTicket;
  changes: FieldChange[];
  comment: WebhookPayload['comment'];
}

/** An integration, ready to be used: its secrets are open. Never stored, logged or answered with. */
export interface OpenIntegration {
  id: number;
  kind: IntegrationKind;
  settings: IntegrationSettings;
  events: IntegrationEventType[];
  isActive: boolean;
  /** The current one first. */
  secrets: string[];
}

/** What an integration is made of. */
export interface Configuration {
  settings: IntegrationSettings;
  events: IntegrationEventType[];
  /** Left out: stays as it is. */
  secret?: string;
}

/** What it is made of so far. */
export type CurrentConfiguration = Pick<Configuration, 'settings' | 'events'>;

/** A request, and what of it must not be kept: neither in what was sent nor in what came back. */
export interface IntegrationCall extends OutboundRequest {
  hidden: string[];
}

/** What an answer means for the delivery, and for the integration. */
export type Verdict =
  | { kind: 'delivered' }
  /** This one thing is not taken; the other side is well. */
  | { kind: 'refused'; reason: string }
  /** Try again. */
  | { kind: 'failed'; reason: string; waitMs?: number }
  /** Trying again would not help, until somebody changes the settings. */
  | { kind: 'broken'; reason: string }
  /** The other side wants nothing any more. */
  | { kind: 'gone'; reason: string };

/** One kind of other system. Adapters speak its language; sending, trying again and the log are the same for all. */
export interface IntegrationAdapter {
  readonly kind: IntegrationKind;
  /**
   * Reads what an admin gave.
   * @param current undefined for a new one
   * @throws ProblemError 400 with a pointer
   */
  configure(
    given: UpdateIntegrationRequest,
    current: CurrentConfiguration | undefined,
  ): Promise<Configuration>;
  /** What tells the other side of the event. Left out: it hears of none. */
  callFor?(facts: EventFacts, integration: OpenIntegration, deliveryId: string): IntegrationCall;
  /** What tries it out. */
  testCall(sample: EventFacts, integration: OpenIntegration, deliveryId: string): IntegrationCall;
  judge(answer: OutboundAnswer): Verdict;
  /** The answer to `testCall`. Left out: like any other. */
  judgeTest?(answer: OutboundAnswer): Verdict;
}
