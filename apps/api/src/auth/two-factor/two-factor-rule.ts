import { Injectable } from '@nestjs/common';
import type { Role } from '@ticketing/contracts';
import { Env } from '../../platform/config/env.js';

/** Who has to have two-factor sign-in: nobody, or all admins (`REQUIRE_ADMIN_TWO_FACTOR`). */
@Injectable()
export class TwoFactorRule {
  constructor(private readonly env: Env) {}

  mustSetUp({ role, hasTwoFactor }: { role: Role; hasTwoFactor: boolean }): boolean {
    return this.env.REQUIRE_ADMIN_TWO_FACTOR && role === 'admin' && !hasTwoFactor;
  }
}
