import { Injectable } from '@nestjs/common';
import { SealedBox, UnopenableError } from '../platform/config/sealed-box.js';
import { Secrets } from '../platform/config/secrets.js';
import type { OpenIntegration } from './integration-adapter.js';
import type { IntegrationEntity } from './integration.entity.js';

const HINT_LENGTH = 4;
/** Of a shorter one four characters would tell too much. */
const LEAST_FOR_HINT = 16;

/** Secrets of integrations: sealed in the table, open only in the process that is about to use them. */
@Injectable()
export class IntegrationSecrets {
  private readonly box: SealedBox;

  constructor(secrets: Secrets) {
    this.box = new SealedBox(secrets, 'integration-secret');
  }

  seal(integrationId: number, secret: string): Buffer {
    return this.box.seal(secret, contextOf(integrationId));
  }

  /** @throws UnopenableError when SECRET_KEY was lost */
  open(row: IntegrationEntity, now = new Date()): OpenIntegration {
    const { id, kind, settings, events, isActive, secret, previousSecret, previousSecretUntil } = row;
    const isPreviousGood =
      previousSecret !== null && previousSecretUntil !== null && previousSecretUntil > now;
    const sealed = [secret, isPreviousGood ? previousSecret : null].filter((box) => box !== null);
    return {
      id,
      kind,
      settings,
      events,
      isActive,
      secrets: sealed.map((box) => this.box.open(box, contextOf(id))),
    };
  }
}

/** What people recognise it by. */
export const hintOf = (secret: string) =>
  secret.length >= LEAST_FOR_HINT ? secret.slice(-HINT_LENGTH) : null;

/** For people, instead of the error. */
export const isUnopenable = (error: unknown) => error instanceof UnopenableError;
export const UNOPENABLE = 'The secret cannot be read any more: SECRET_KEY was changed. Enter it again.';

const contextOf = (id: number) => `integration ${id}`;
