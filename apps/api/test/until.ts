import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for a condition, not for a time. Fails after thirty seconds. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('the condition did not come true in 30 s');
    await sleep(20);
  }
}
