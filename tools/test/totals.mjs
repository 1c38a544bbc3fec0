// Adds up what the suites wrote with their totals reporters. Run as a script it prints one line and ends with 1
// when something failed; arguments name the files that must be there.
import { readdirSync, readFileSync } from 'node:fs';

export const TOTALS_DIRECTORY = 'dist/test-totals';

/** @param {string[]} expected a suite that did not run to the end is not the same as a green one */
export function addUp(expected) {
  const found = filesIn(TOTALS_DIRECTORY);
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const file of found) {
    const totals = JSON.parse(readFileSync(`${TOTALS_DIRECTORY}/${file}`, 'utf8'));
    for (const name of Object.keys(sum)) sum[name] += totals[name];
  }
  return { ...sum, missing: expected.filter((file) => !found.includes(file)) };
}

/** Prints the closing line. @returns whether all is well */
export function report({ passed, failed, skipped, missing }) {
  if (missing.length > 0) console.error(`did not run to the end: ${missing.join(', ')}`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 && missing.length === 0;
}

function filesIn(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

if (process.argv[1]?.endsWith('totals.mjs')) process.exitCode = report(addUp(process.argv.slice(2))) ? 0 : 1;
