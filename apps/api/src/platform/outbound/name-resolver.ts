import { lookup } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';

/** Asks the system for the addresses of a name, as connecting would. A class of its own, so that tests can answer. */
@Injectable()
export class NameResolver {
  /** @throws Error when the name has none */
  async resolve(hostname: string): Promise<string[]> {
    const found = await lookup(hostname, { all: true });
    return found.map(({ address }) => address);
  }
}
