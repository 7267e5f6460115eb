// A vitest reporter that counts. scripts/test.mjs prints what it counted as the last line, after the coverage.
import { writeFileSync } from 'node:fs';

export default class Tally {
  onTestRunEnd(modules, unhandledErrors) {
    const tally = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') tally.passed += 1;
        else if (state === 'failed') failedHere += 1;
        else tally.skipped += 1;
      }
      // A file that cannot be loaded has no tests to fail, and a failing hook fails none of them.
      tally.failed += failedHere === 0 && module.state() === 'failed' ? 1 : failedHere;
    }
    if (process.env.ENTENTE_TALLY) writeFileSync(process.env.ENTENTE_TALLY, JSON.stringify(tally));
  }
}
