import { startFailure } from './start-failure.js';
import { Product } from './product.js';

/** The HTTP process: API, Swagger UI and the built web app on one port. Ctrl-C and SIGTERM drain, then end. */
try {
  const product = await Product.start();
  const stop = () => product.stop().then(() => process.exit(0), fail);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  fail(error);
}

function fail(error: unknown): never {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exit(1);
}
