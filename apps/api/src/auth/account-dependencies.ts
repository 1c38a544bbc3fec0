import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RightsChanges } from '../users/index.js';
import { MailTokensService } from './mail-tokens/mail-tokens.service.js';
import { SessionsService } from './sessions.service.js';

/** What hangs on an account and changes with it, in the same transaction: its sessions and mailed links. */
@Injectable()
export class AccountDependencies implements OnModuleInit {
  constructor(
    private readonly rightsChanges: RightsChanges,
    private readonly sessions: SessionsService,
    private readonly mailTokens: MailTokensService,
  ) {}

  onModuleInit(): void {
    this.rightsChanges.depend({
      // else whoever is let in again would go on where they were thrown out
      shutOut: async (tx, userId) => void (await this.sessions.endAll(tx, userId)),
      moved: (tx, userId) => this.mailTokens.readdress(tx, userId),
    });
  }
}
