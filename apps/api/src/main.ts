import { startFailure } from './start-failure.js';
import { Product } from './product.js';

/** The HTTP process: API, Swagger UI and the built web app on one port. Ctrl-C and SIGTERM drain, then end. */
/** A second signal is usually the same Ctrl-C, passed on by npm; later than this it means impatience. */
const SAME_SIGNAL_MS = 2_000;

try {
  const product = await Product.start();
  let stoppingSince: number | undefined;
  const stop = () => {
    if (stoppingSince === undefined) product.stop().then(() => process.exit(0), fail);
    else if (Date.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(1);
    stoppingSince ??= Date.now();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  fail(error);
}

function fail(error: unknown): never {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exit(1);
}
