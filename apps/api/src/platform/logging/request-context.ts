import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of one request carries without being told. */
export interface RequestFacts {
  requestId: string;
  method: string;
  /** The pattern (`/api/tickets/:id/`), not the address: ids belong into fields of their own. */
  route: string;
  actorId?: number;
}

const storage = new AsyncLocalStorage<RequestFacts>();

export const requestContext = {
  /** Runs the rest of the request with these facts. */
  run: (facts: RequestFacts, rest: () => void): void => storage.run(facts, rest),
  /** The facts of the current request; empty outside one. */
  facts: (): Partial<RequestFacts> => storage.getStore() ?? {},
  /** Called once by the guard that knows who it is. */
  nameActor: (actorId: number): void => {
    const facts = storage.getStore();
    if (facts) facts.actorId = actorId;
  },
};
