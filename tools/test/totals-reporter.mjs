import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A jest reporter that writes its totals to a file, so that `npm test` can add up all projects at the end. */
export default class TotalsReporter {
  constructor(globalConfig, { file }) {
    this.file = resolve(globalConfig.rootDir, file);
  }

  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites }) {
    const totals = { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
    // a suite that does not even load runs no test: count it, or it would look like a pass
    if (numFailedTestSuites > 0 && numFailedTests === 0) totals.failed = numFailedTestSuites;
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, `${JSON.stringify(totals)}\n`);
  }
}
