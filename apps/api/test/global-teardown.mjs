import { rm } from 'node:fs/promises';

/** Ends the server that `global-setup.mjs` started. */
export default async function tearDown() {
  const { testServer, testDirectory } = globalThis;
  await testServer?.stop();
  await rm(testDirectory, { recursive: true, force: true });
}
