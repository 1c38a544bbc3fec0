import { Body, Controller, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Me, SessionView } from '@ticketing/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, Public, WithoutSecondFactor } from '../platform/access/access.decorators.js';
import type { Actor } from '../platform/access/actor.js';
import { ApiProblems, SignedIn } from '../platform/http/api-docs.js';
import { IdempotencyDocs, IdempotencyKey } from '../platform/idempotency/idempotency-header.js';
import { Limited } from '../platform/throttle/rate-limits.js';
import { MeDto, UpdateMeDto } from '../users/index.js';
import { AuthService } from './auth.service.js';
import { deviceOf } from './device.js';
import { LoginDto, RefreshDto, RegisterDto } from './dto/credentials.dto.js';
import { SessionDto } from './dto/session.dto.js';
import { Registration } from './registration.js';
import { SessionDelivery } from './session-delivery.js';

@ApiTags('auth')
@WithoutSecondFactor()
@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly registration: Registration,
    private readonly delivery: SessionDelivery,
  ) {}

  @Public()
  @Limited('register')
  @Post('register')
  @IdempotencyDocs()
  @ApiOperation({
    summary: 'Make an account',
    description:
      'Signs in at once. The address must be new. With the same `Idempotency-Key` the same request, sent again, ' +
      'opens a session on the account that it made the first time.',
  })
  @ApiCreatedResponse({ type: SessionDto })
  @ApiProblems(400, 409, 413, 415, 429)
  async register(
    @Body() body: RegisterDto,
    @IdempotencyKey() key: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { replayed, ...signedIn } = await this.registration.register(body, deviceOf(request), key);
    if (replayed) void reply.header('Idempotency-Replayed', 'true');
    return this.delivery.hand(reply, signedIn, body.refresh_transport);
  }

  @Public()
  @Limited('sign-in')
  @Post('login')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Sign in',
    description: 'An unknown address and a wrong password answer the same.',
  })
  @ApiOkResponse({ type: SessionDto })
  @ApiProblems(400, 401, 409, 413, 415, 429)
  async login(
    @Body() body: LoginDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.delivery.hand(reply, await this.auth.login(body, deviceOf(request)), body.refresh_transport);
  }

  @Public()
  @Limited('refresh')
  @Post('refresh')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Get a new pair of tokens',
    description:
      'The refresh token comes in the body or, from browsers, in the cookie. It is good for one exchange; ' +
      'a second use ends the session.',
  })
  @ApiOkResponse({ type: SessionDto })
  @ApiProblems(400, 401, 403, 413, 415, 429)
  async refresh(
    @Body() body: RefreshDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const { token, transport } = this.delivery.presented(request, body);
    return this.delivery.hand(reply, await this.auth.refresh(token), transport);
  }

  @Post('logout')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({
    summary: 'Sign out',
    description: 'Ends the session: its refresh token at once, its access token within 5 s.',
  })
  @ApiNoContentResponse({ description: 'Signed out.' })
  async logout(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.auth.logout(actor);
    this.delivery.takeBack(reply);
  }

  @Get('me')
  @SignedIn()
  @ApiOperation({ summary: 'Read the own profile', description: 'With what the person may do.' })
  @ApiOkResponse({ type: MeDto })
  me(@CurrentActor() actor: Actor): Promise<Me> {
    return this.auth.me(actor);
  }

  @Patch('me')
  @SignedIn()
  @ApiOperation({ summary: 'Change the own profile', description: 'What is left out stays as it is.' })
  @ApiOkResponse({ type: MeDto })
  @ApiProblems(400, 413, 415)
  updateMe(@CurrentActor() actor: Actor, @Body() body: UpdateMeDto): Promise<Me> {
    return this.auth.updateMe(actor, body);
  }
}
