import { Global, Module } from '@nestjs/common';
import { NameResolver } from './name-resolver.js';
import { OutboundHttp } from './outbound-http.js';

/** HTTP requests to addresses that people gave. */
@Global()
@Module({ providers: [NameResolver, OutboundHttp], exports: [NameResolver, OutboundHttp] })
export class OutboundModule {}
