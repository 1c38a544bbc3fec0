import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { RecoveryCodes, TwoFactorSetup } from '@ticketing/contracts';
import { CurrentActor, WithoutSecondFactor } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { Limited } from '../platform/throttle/rate-limits.js';
import {
  DisableTwoFactorDto,
  RecoveryCodesDto,
  TwoFactorCodeDto,
  TwoFactorSetupDto,
} from './dto/two-factor.dto.js';
import { TwoFactorService } from './two-factor/two-factor.service.js';

@ApiTags('auth')
@SignedIn()
@Limited('secret')
@WithoutSecondFactor()
@Controller('auth/two_factor')
export class TwoFactorController {
  constructor(private readonly twoFactor: TwoFactorService) {}

  @Post('setup')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Get a seed for the authenticator app',
    description: 'Nothing is on before `enable`.',
  })
  @ApiOkResponse({ type: TwoFactorSetupDto })
  @ApiProblems(409, 429)
  setUp(@CurrentActor() actor: Actor): Promise<TwoFactorSetup> {
    return this.twoFactor.setUp(actor);
  }

  @Post('enable')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Switch two-factor sign-in on',
    description: 'With a code of the app, to prove it works.',
  })
  @ApiOkResponse({ type: RecoveryCodesDto })
  @ApiProblems(400, 409, 413, 415, 429)
  enable(@CurrentActor() actor: Actor, @Body() { code }: TwoFactorCodeDto): Promise<RecoveryCodes> {
    return this.twoFactor.enable(actor, code);
  }

  @Post('recovery_codes')
  @HttpCode(200)
  @ApiOperation({ summary: 'Get new recovery codes', description: 'The old ones are void.' })
  @ApiOkResponse({ type: RecoveryCodesDto })
  @ApiProblems(400, 409, 413, 415, 429)
  renew(@CurrentActor() actor: Actor, @Body() { code }: TwoFactorCodeDto): Promise<RecoveryCodes> {
    return this.twoFactor.renewRecoveryCodes(actor, code);
  }

  @Post('disable')
  @HttpCode(204)
  @ApiOperation({ summary: 'Switch two-factor sign-in off', description: 'With password and code.' })
  @ApiNoContentResponse({ description: 'Off.' })
  @ApiProblems(400, 409, 413, 415, 429)
  disable(@CurrentActor() actor: Actor, @Body() body: DisableTwoFactorDto): Promise<void> {
    return this.twoFactor.disable(actor, body);
  }
}
