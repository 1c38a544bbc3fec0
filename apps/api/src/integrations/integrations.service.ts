import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  IntegrationList,
  IntegrationTestResult,
  IntegrationView,
  IntegrationWithSecret,
} from '@ticketing/contracts';
import type { Actor } from '../platform/access/actor.js';
import { Env } from '../platform/config/env.js';
import { Database, type Tx } from '../platform/database/database.js';
import { EventLog } from '../platform/events/event-log.js';
import { staleVersion } from '../platform/http/problem.js';
import { Log } from '../platform/logging/log.js';
import { requireVersion, type VersionCheck } from '../platform/http/if-match.js';
import { UserDirectory } from '../users/index.js';
import { Adapters } from './adapters.js';
import type { CreateIntegrationDto, UpdateIntegrationDto } from './dto/integration.dto.js';
import type { OpenIntegration } from './integration-adapter.js';
import { IntegrationCaller } from './integration-caller.js';
import { changeIntegration, firstValues } from './integration-changes.js';
import { hintOf, IntegrationSecrets, isUnopenable, UNOPENABLE } from './integration-secrets.js';
import type { IntegrationEntity } from './integration.entity.js';
import {
  type IntegrationChange,
  integrationChanged,
  type IntegrationFieldChange,
} from './integration.events.js';
import { presentIntegration } from './integration.presenter.js';
import { integrationNotFound, onlyWebhooksHaveKeys, secretUnreadable } from './integration.problems.js';
import { IntegrationsRepository } from './integrations.repository.js';
import { sampleFacts } from './sample-facts.js';
import { newSigningKey } from './webhook/webhook-signature.js';

/** Long enough for receivers to learn the new key. */
const PREVIOUS_KEY_MS = 24 * 3_600_000;

/** What admins do with integrations. Their role was asked by the route: nobody else has anything to do with them. */
@Injectable()
export class IntegrationsService {
  constructor(
    private readonly database: Database,
    private readonly repository: IntegrationsRepository,
    private readonly secrets: IntegrationSecrets,
    private readonly adapters: Adapters,
    private readonly caller: IntegrationCaller,
    private readonly directory: UserDirectory,
    private readonly events: EventLog,
    private readonly env: Env,
    private readonly log: Log,
  ) {}

  async list(): Promise<IntegrationList> {
    return { results: (await this.repository.list()).map((row) => presentIntegration(row)) };
  }

  /** @throws ProblemError 404 */
  async read(id: number): Promise<IntegrationView> {
    return presentIntegration(await this.find(id));
  }

  async create(actor: Actor, body: CreateIntegrationDto): Promise<IntegrationWithSecret> {
    const { kind, name } = body;
    const { settings, events, secret } = await this.adapters.for(kind).configure(body, undefined);
    const id = await this.database.transaction(async (tx) => {
      const created = await this.repository.insert(tx, { kind, name, settings, events });
      await this.keepSecret(tx, created, secret!);
      const values = firstValues({ name, settings, events, isActive: true });
      await this.note(tx, 'created', actor, { id: created, name }, values);
      return created;
    });
    return { ...(await this.read(id)), secret: kind === 'webhook' ? secret! : null };
  }

  /** @throws ProblemError 404, 400, 412 */
  async update(
    actor: Actor,
    id: number,
    body: UpdateIntegrationDto,
    version: VersionCheck,
  ): Promise<IntegrationView> {
    const before = await this.find(id);
    requireVersion(version, before.version);
    const isConfigured = CONFIGURING.some((field) => body[field] !== undefined);
    // outside the transaction: names are looked up
    const config = isConfigured ? await this.adapters.for(before.kind).configure(body, before) : undefined;
    await this.database.transaction(async (tx) => {
      const row = await this.lock(tx, id);
      if (row.version !== before.version) throw staleVersion();
      const changes = changeIntegration(row, body, config, new Date());
      if (changes.length === 0) return;
      await this.repository.save(tx, row);
      if (config?.secret !== undefined) await this.keepSecret(tx, id, config.secret);
      await this.note(tx, 'changed', actor, row, changes);
    });
    return this.read(id);
  }

  /** With its log and what is known of issues. @throws ProblemError 404 */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const row = await this.lock(tx, id);
      await this.repository.remove(tx, id);
      await this.note(tx, 'deleted', actor, row);
    });
  }

  /** The key before goes on signing for a day. @throws ProblemError 404, 409 */
  async rotateSecret(actor: Actor, id: number): Promise<IntegrationWithSecret> {
    const secret = newSigningKey();
    await this.database.transaction(async (tx) => {
      const row = await this.lock(tx, id);
      if (row.kind !== 'webhook') throw onlyWebhooksHaveKeys();
      await this.repository.save(tx, row);
      await this.keepSecret(tx, id, secret, row.secret);
      await this.note(tx, 'secret_rotated', actor, row);
    });
    return { ...(await this.read(id)), secret };
  }

  /** Sends an example, now. That it fails is an answer, too. @throws ProblemError 404, 409 */
  async test(actor: Actor, id: number): Promise<IntegrationTestResult> {
    const row = await this.find(id);
    const [adapter, integration] = [this.adapters.for(row.kind), this.open(row)];
    const people = await this.directory.refs([actor.id]);
    const deliveryId = `test-${randomUUID()}`;
    const call = adapter.testCall(
      sampleFacts(people.of(actor.id), this.env.publicUrl),
      integration,
      deliveryId,
    );
    const about = { deliveryRowId: null, deliveryId, eventType: 'integration.test', ticketId: null };
    const { kept, verdict } = await this.caller.tryOut(integration, call, about, (answer) =>
      adapter.judgeTest ? adapter.judgeTest(answer) : adapter.judge(answer),
    );
    const { status, answer, error, durationMs, request } = kept;
    return {
      is_success: verdict.kind === 'delivered',
      status,
      answer,
      error,
      duration_ms: durationMs,
      request,
    };
  }

  private async keepSecret(
    tx: Tx,
    id: number,
    secret: string,
    previous: Buffer | null = null,
  ): Promise<void> {
    await this.repository.setSecret(tx, id, {
      secret: this.secrets.seal(id, secret),
      secretHint: hintOf(secret),
      previousSecret: previous,
      previousSecretUntil: previous && new Date(Date.now() + PREVIOUS_KEY_MS),
    });
  }

  private async find(id: number): Promise<IntegrationEntity> {
    const row = await this.repository.find(id);
    if (!row) throw integrationNotFound();
    return row;
  }

  private async lock(tx: Tx, id: number): Promise<IntegrationEntity> {
    const row = await this.repository.lock(tx, id);
    if (!row) throw integrationNotFound();
    return row;
  }

  private open(row: IntegrationEntity): OpenIntegration {
    try {
      return this.secrets.open(row);
    } catch (error) {
      if (isUnopenable(error)) throw secretUnreadable(UNOPENABLE);
      throw error;
    }
  }

  private async note(
    tx: Tx,
    change: IntegrationChange,
    actor: Actor,
    row: Pick<IntegrationEntity, 'id' | 'name'>,
    changes: IntegrationFieldChange[] = [],
  ): Promise<void> {
    await this.events.append(tx, integrationChanged(change, actor, row, changes));
    const fields = changes.map(({ field }) => field);
    this.log.info(`integration ${change.replace('_', ' ')}`, { integrationId: row.id, fields });
  }
}

const CONFIGURING = ['url', 'site_url', 'project_key', 'issue_type', 'email', 'token', 'events'] as const;
