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
import { slackMessage } from './slack-message.js';

/** Shorter than any that Slack gives out. */
const SHORTEST_PATH = 10;

/** The address is good for nothing any more. */
const TAKEN_BACK = ['no_service', 'invalid_token'];
/** What is never tried again; everything else is. */
const FINAL: Record<number, 'refused' | 'broken' | 'gone'> = {
  400: 'refused',
  403: 'broken',
  404: 'broken',
  410: 'gone',
};

/** A channel of Slack, by an incoming webhook. Whoever has the address may write there: the address is the secret. */
@Injectable()
export class SlackAdapter implements IntegrationAdapter {
  readonly kind = 'slack';

  constructor(private readonly outbound: OutboundHttp) {}

  async configure(
    { url, events }: UpdateIntegrationRequest,
    current: CurrentConfiguration | undefined,
  ): Promise<Configuration> {
    const needed = requireGiven({ events: events ?? current?.events, ...(!current && { url }) });
    return {
      settings: {},
      events: needed.events,
      ...(url !== undefined && { secret: await this.addressOf(url) }),
    };
  }

  callFor(facts: EventFacts, { secrets }: OpenIntegration): IntegrationCall {
    const url = new URL(secrets[0]!);
    return {
      method: 'POST',
      url: url.href,
      headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Ticketing-Slack/1' },
      body: JSON.stringify(slackMessage(facts)),
      hidden: [url.href.slice(url.origin.length + 1)],
    };
  }

  testCall(sample: EventFacts, integration: OpenIntegration): IntegrationCall {
    return this.callFor(sample, integration);
  }

  /** Slack's words: https://api.slack.com/messaging/webhooks#handling_errors */
  judge(answer: OutboundAnswer): Verdict {
    const { status } = answer;
    if (isSuccess(answer)) return DELIVERED;
    const word = /^[a-z_]{1,60}$/.exec(answer.body.trim())?.[0] ?? `answered ${status}`;
    const kind = TAKEN_BACK.includes(word) ? 'gone' : FINAL[status];
    return kind ? { kind, reason: `Slack: ${word}.` } : failed(answer);
  }

  private async addressOf(given: string): Promise<string> {
    const url = await requireAddress(this.outbound, '/url', given);
    if (url.pathname.length >= SHORTEST_PATH) return url.href;
    throw invalidInput([{ pointer: '/url', detail: 'This is not the address of an incoming webhook.' }]);
  }
}
