import { startFailure } from './start-failure.js';

/** A second signal is usually the same Ctrl-C, passed on by npm; later than this it means impatience. */
const SAME_SIGNAL_MS = 2_000;

/** Starts what a process is for. Ctrl-C and SIGTERM finish what is in hand, then end it. */
export async function runUntilSignal(start: () => Promise<{ stop(): Promise<void> }>): Promise<void> {
  try {
    const running = await start();
    let stoppingSince: number | undefined;
    const stop = () => {
      if (stoppingSince === undefined) running.stop().then(() => process.exit(0), fail);
      else if (Date.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(1);
      stoppingSince ??= Date.now();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): never {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exit(1);
}
