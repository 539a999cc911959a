import type { Reporter, TestCase, TestModule, TestSuite, Vitest } from 'vitest/node';

/** What a test says that it lacks, or what a group around it says. */
function reasonOf(test: TestCase): string | undefined {
  const result = test.result();
  if (result.state === 'skipped' && result.note) return result.note;
  let at: TestCase | TestSuite | TestModule = test;
  while (at.type !== 'module') {
    const { lacks } = at.meta();
    if (lacks) return lacks;
    at = at.parent;
  }
  return undefined;
}

/** Says at the end of a run which tests were skipped and what they lacked; one that does not say fails the run. */
export class TellSkipped implements Reporter {
  private asked = false;

  onInit(vitest: Vitest): void {
    // Who asks for tests by their names wants the others skipped.
    this.asked = Boolean(vitest.config.testNamePattern);
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    if (this.asked) return;
    const byReason = new Map<string, string[]>();
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const reason = reasonOf(test) ?? '';
        const name = `${module.relativeModuleId} > ${test.fullName}`;
        byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
      }
    }
    for (const [reason, names] of byReason) {
      console.log(`\nSkipped ${names.length}, for want of ${reason || 'a reason'}:`);
      for (const name of names) console.log(`  ${name}`);
    }
    if (byReason.has('')) process.exitCode = 1;
  }
}
