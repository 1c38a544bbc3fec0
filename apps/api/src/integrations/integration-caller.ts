import { Injectable } from '@nestjs/common';
import { INTEGRATION_LIMITS, type IntegrationRequest } from '@ticketing/contracts';
import { Database, type Tx } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import { Log } from '../platform/logging/log.js';
import { OutboundRefused } from '../platform/outbound/outbound-address.js';
import { type OutboundAnswer, OutboundFailed, OutboundHttp } from '../platform/outbound/outbound-http.js';
import { CallsRepository, type NewCall } from './calls.repository.js';
import { hide, storable } from './hide.js';
import type { IntegrationCall, OpenIntegration, Verdict } from './integration-adapter.js';
import { integrationDisabled } from './integration.events.js';
import { IntegrationsRepository } from './integrations.repository.js';

/** Of a body that we sent, in the log. */
const MOST_OF_BODY = 16_384;

/** What a call is about. */
export type CallAbout = Pick<NewCall, 'deliveryRowId' | 'deliveryId' | 'eventType' | 'ticketId'>;

/** How a call ended. */
export interface CallOutcome {
  verdict: Verdict;
  /** Undefined when there was none. Without what is hidden. */
  answer: OutboundAnswer | undefined;
  kept: NewCall;
}

type Judge = (answer: OutboundAnswer) => Verdict;

/** Sends what adapters say, keeps every try in the log, and switches off what does not get through for a day. */
@Injectable()
export class IntegrationCaller {
  constructor(
    private readonly outbound: OutboundHttp,
    private readonly database: Database,
    private readonly integrations: IntegrationsRepository,
    private readonly calls: CallsRepository,
    private readonly events: EventLog,
    private readonly log: Log,
  ) {}

  /** The verdict is `gone` when the integration was switched off because of it. */
  async call(
    integration: OpenIntegration,
    call: IntegrationCall,
    about: CallAbout,
    judge: Judge,
  ): Promise<CallOutcome> {
    const outcome = await this.exchange(integration, call, about, judge);
    const disabled = await this.database.transaction(async (tx) => {
      await this.calls.insert(tx, outcome.kept);
      return this.noteHealth(tx, integration.id, outcome.verdict);
    });
    return disabled ? { ...outcome, verdict: disabled } : outcome;
  }

  /** Tries it out: a failure says nothing about the integration, a success does. */
  async tryOut(
    integration: OpenIntegration,
    call: IntegrationCall,
    about: CallAbout,
    judge: Judge,
  ): Promise<CallOutcome> {
    const outcome = await this.exchange(integration, call, about, judge);
    await this.database.transaction(async (tx) => {
      await this.calls.insert(tx, outcome.kept);
      if (outcome.verdict.kind === 'delivered') await this.integrations.noteSuccess(tx, integration.id);
    });
    return outcome;
  }

  private async exchange(
    integration: OpenIntegration,
    call: IntegrationCall,
    about: CallAbout,
    judge: Judge,
  ): Promise<CallOutcome> {
    const startedAt = performance.now();
    const { answer, verdict } = await this.send(call, judge);
    const durationMs = Math.round(performance.now() - startedAt);
    const kept = {
      ...about,
      integrationId: integration.id,
      request: shownOf(call),
      status: answer?.status ?? null,
      answer: storable(answer?.body ?? '', INTEGRATION_LIMITS.answer),
      error: verdict.kind === 'delivered' ? null : verdict.reason,
      durationMs,
    };
    const facts = {
      integrationId: integration.id,
      deliveryId: about.deliveryId,
      status: kept.status,
      ms: durationMs,
    };
    this.log.info('integration called', { ...facts, verdict: verdict.kind });
    return { verdict, answer, kept };
  }

  private async send(call: IntegrationCall, judge: Judge): Promise<Pick<CallOutcome, 'answer' | 'verdict'>> {
    try {
      const raw = await this.outbound.send(call);
      const answer = { ...raw, body: hide(raw.body, call.hidden) };
      return { answer, verdict: judge(answer) };
    } catch (error) {
      if (error instanceof OutboundRefused) return noAnswer({ kind: 'broken', reason: error.message });
      if (error instanceof OutboundFailed) return noAnswer({ kind: 'failed', reason: error.message });
      throw error;
    }
  }

  private async noteHealth(tx: Tx, id: number, verdict: Verdict): Promise<Verdict | undefined> {
    if (verdict.kind === 'delivered' || verdict.kind === 'refused') {
      await this.integrations.noteSuccess(tx, id);
      return undefined;
    }
    const isTooLong = await this.integrations.noteFailure(tx, id);
    if (verdict.kind !== 'gone' && !isTooLong) return undefined;
    const reason = isTooLong ? `Nothing got through for 24 hours. ${verdict.reason}` : verdict.reason;
    if (await this.integrations.disable(tx, id, reason)) {
      await this.events.append(tx, integrationDisabled(id, reason));
      this.log.warn('integration disabled', { integrationId: id });
    }
    return { kind: 'gone', reason };
  }
}

const noAnswer = (verdict: Verdict) => ({ answer: undefined, verdict });

function shownOf({ method, url, headers, body = '', hidden }: IntegrationCall): IntegrationRequest {
  const shownHeaders = Object.entries(headers).map(([name, value]) => [name, hide(value, hidden)]);
  return {
    method,
    url: hide(url, hidden),
    headers: Object.fromEntries(shownHeaders) as Record<string, string>,
    body: storable(hide(body, hidden), MOST_OF_BODY),
  };
}
