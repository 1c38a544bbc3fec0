import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A Playwright reporter that writes its totals where `totals.mjs` adds them up. */
export default class PlaywrightTotals {
  totals = { passed: 0, failed: 0, skipped: 0 };

  constructor({ file }) {
    this.file = file;
  }

  onTestEnd(_test, { status }) {
    const name = status === 'passed' || status === 'skipped' ? status : 'failed';
    this.totals[name] += 1;
  }

  onEnd() {
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, `${JSON.stringify(this.totals)}\n`);
  }
}
