import { AsyncLocalStorage } from 'node:async_hooks';
import type { Tx } from './database.js';

type CommitHook = (tx: Tx) => Promise<void>;

const afterwards = new WeakMap<Tx, (() => void)[]>();
const storage = new AsyncLocalStorage<{ hook: CommitHook | undefined }>();

/** Lets what surrounds a request take part in the transaction that the request opens. */
export const commitHooks = {
  /** Runs the work; the first transaction inside it calls the hook just before it commits. */
  run: <T>(hook: CommitHook, work: () => Promise<T>): Promise<T> => storage.run({ hook }, work),
  /** Called by `Database.transaction` after the work of a transaction, and only there. */
  beforeCommit: async (tx: Tx): Promise<void> => {
    const waiting = storage.getStore();
    const hook = waiting?.hook;
    if (!waiting || !hook) return;
    waiting.hook = undefined;
    await hook(tx);
  },
  /** Does something quick once the transaction is committed; never when it is not. */
  after: (tx: Tx, action: () => void): void => {
    afterwards.set(tx, [...(afterwards.get(tx) ?? []), action]);
  },
  /** Called by `Database.transaction` after the commit, and only there. */
  committed: (tx: Tx): void => {
    for (const action of afterwards.get(tx) ?? []) action();
  },
};
