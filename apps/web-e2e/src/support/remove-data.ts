import { rm } from 'node:fs/promises';

/** The database of the run is gone with the run. */
export default async function removeData(): Promise<void> {
  await rm(process.env['E2E_DATA_DIR']!, { recursive: true, force: true });
}
