import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Public, WithoutSecondFactor } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { Limited } from '../platform/throttle/rate-limits.js';
import {
  ChangePasswordDto,
  ForgotPasswordDto,
  ResetPasswordDto,
  VerifyEmailDto,
} from './dto/password.dto.js';
import { MailTokensService } from './mail-tokens/mail-tokens.service.js';
import { PasswordsService } from './passwords/passwords.service.js';

@ApiTags('auth')
@WithoutSecondFactor()
@Controller('auth')
export class PasswordsController {
  constructor(
    private readonly passwords: PasswordsService,
    private readonly mailTokens: MailTokensService,
  ) {}

  @Post('change_password')
  @HttpCode(204)
  @SignedIn()
  @Limited('secret')
  @ApiOperation({
    summary: 'Change the password',
    description: 'Ends all other sessions and voids mailed links.',
  })
  @ApiNoContentResponse({ description: 'Changed.' })
  @ApiProblems(400, 413, 415, 429)
  change(@CurrentActor() actor: Actor, @Body() body: ChangePasswordDto): Promise<void> {
    return this.passwords.change(actor, body);
  }

  @Public()
  @Post('forgot_password')
  @HttpCode(202)
  @Limited('mail')
  @ApiOperation({
    summary: 'Ask for a link to set a new password',
    description: 'The answer never tells whether the address has an account. At most three mails an hour.',
  })
  @ApiResponse({ status: 202, description: 'If there is such an account, a mail is on its way.' })
  @ApiProblems(400, 413, 415, 429)
  forgot(@Body() { email }: ForgotPasswordDto): Promise<void> {
    return this.mailTokens.forgotPassword(email);
  }

  @Public()
  @Post('reset_password')
  @HttpCode(204)
  @Limited('link')
  @ApiOperation({ summary: 'Set a new password with a mailed link', description: 'Ends all sessions.' })
  @ApiNoContentResponse({ description: 'Changed. Sign in with the new one.' })
  @ApiProblems(400, 413, 415, 429)
  reset(@Body() body: ResetPasswordDto): Promise<void> {
    return this.mailTokens.resetPassword(body);
  }

  @Public()
  @Post('verify_email')
  @HttpCode(204)
  @Limited('link')
  @ApiOperation({ summary: 'Verify an address with a mailed link', description: 'Needs no session.' })
  @ApiNoContentResponse({ description: 'Verified.' })
  @ApiProblems(400, 413, 415, 429)
  verify(@Body() { token }: VerifyEmailDto): Promise<void> {
    return this.mailTokens.verifyEmail(token);
  }

  @Post('resend_verification')
  @HttpCode(202)
  @SignedIn()
  @Limited('own-mail')
  @ApiOperation({
    summary: 'Mail the verification link again',
    description: 'Nothing happens when it is verified.',
  })
  @ApiResponse({ status: 202, description: 'On its way.' })
  @ApiProblems(429)
  resend(@CurrentActor() actor: Actor): Promise<void> {
    return this.mailTokens.resendVerification(actor);
  }
}
