import { Redis, type RedisOptions } from 'ioredis';

const LONGEST_WAIT_MS = 2_000;

/**
 * The connections of all queues to Redis: one to write, one to listen, one more for each queue that works. Each comes
 * back within two seconds of Redis. Bull does not close what it did not make itself.
 */
export class BullConnections {
  private readonly shared = new Map<string, Redis>();
  private readonly all: Redis[] = [];

  constructor(private readonly url: string) {}

  /** What Bull asks for. */
  readonly connect = (type: 'client' | 'subscriber' | 'bclient', options: RedisOptions = {}): Redis => {
    const known = type === 'bclient' ? undefined : this.shared.get(type);
    const client = known ?? this.open(options);
    if (type !== 'bclient') this.shared.set(type, client);
    return client;
  };

  end(): void {
    for (const client of this.all) client.disconnect();
  }

  private open(options: RedisOptions): Redis {
    const client = new Redis(this.url, {
      ...options,
      maxRetriesPerRequest: null, // Bull demands it
      enableReadyCheck: false,
      retryStrategy: (attempt) => Math.min(50 * attempt, LONGEST_WAIT_MS),
    });
    client.setMaxListeners(0); // each queue listens
    client.on('error', () => undefined); // Bull reports it, once for each queue
    this.all.push(client);
    return client;
  }
}
