/** A vitest reporter that writes { passed, failed, skipped } to the file named by REGULARS_COUNT_FILE. */
import { writeFileSync } from 'node:fs';

/** A file that cannot be loaded and an error outside any test count as failures: they are not "no tests". */
export function countOf(modules, errors) {
  const count = { passed: 0, failed: errors.length, skipped: 0 };
  for (const module of modules) {
    const tests = [...module.children.allTests()].map((test) => test.result().state);
    for (const state of tests) {
      if (state === 'passed') count.passed++;
      else if (state === 'skipped') count.skipped++;
      else count.failed++;
    }
    if (module.state() === 'failed' && !tests.includes('failed')) count.failed++;
  }
  return count;
}

export default class CountReporter {
  onTestRunEnd(modules, errors) {
    const file = process.env.REGULARS_COUNT_FILE;
    if (file) writeFileSync(file, JSON.stringify(countOf(modules, errors)));
  }
}
