import { Injectable } from '@nestjs/common';

type Listener = (userId: number) => void | Promise<void>;

/** Tells whoever remembers somebody's rights (the sessions) that they changed. People know nothing of sessions. */
@Injectable()
export class RightsChanges {
  private readonly listeners: Listener[] = [];

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  async announce(userId: number): Promise<void> {
    for (const listener of this.listeners) await listener(userId);
  }
}
