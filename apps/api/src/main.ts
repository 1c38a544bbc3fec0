import { Product } from './product.js';
import { runUntilSignal } from './run-until-signal.js';

/** The HTTP process: API, Swagger UI and the built web app on one port. */
await runUntilSignal(() => Product.start());
