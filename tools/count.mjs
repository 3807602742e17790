/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{ status: string, fullName?: string, failureMessages?: string[] | null }} Test
 * @typedef {{ status: string, name?: string, message?: string, assertionResults: Test[] }} TestFile as Vitest's JSON
 *   report has it
 */

/** One check that holds as a whole, or does not. */
export const held = { passed: 1, failed: 0, skipped: 0 };
export const broken = { passed: 0, failed: 1, skipped: 0 };

/**
 * @param {Count[]} counts
 * @returns {Count}
 */
export function sum(counts) {
  return counts.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/**
 * The tests of one run. A file that could not be loaded has no tests and counts as a failure, and so does a run that
 * ended badly with every test passed (an error outside any test): neither may vanish from the count.
 * @param {TestFile[]} files
 * @param {number} exitCode of the run
 * @returns {Count}
 */
export function countTests(files, exitCode) {
  const states = files.flatMap((file) => file.assertionResults.map((test) => test.status));
  const unloaded = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const passed = states.filter((state) => state === 'passed').length;
  const failed = states.filter((state) => state === 'failed').length;
  const skipped = states.length - passed - failed;
  const outside = exitCode !== 0 && failed + unloaded === 0 ? 1 : 0;
  return { passed, failed: failed + unloaded + outside, skipped };
}

/**
 * What failed, one line each, for the end of a long run: the file, the test, and the first line of why.
 * @param {TestFile[]} files
 * @param {string} root what file names begin with and need not say
 * @returns {string[]}
 */
export function failuresOf(files, root) {
  return files.flatMap((file) => {
    const name = (file.name ?? '').replace(root, '').replace(/^[/\\]/, '');
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && file.status === 'failed') return [`${name}: ${firstLine(file.message)}`];
    return failed.map(({ fullName, failureMessages }) => `${name} > ${fullName}: ${firstLine(failureMessages?.[0])}`);
  });
}

const firstLine = (/** @type {string | undefined} */ text) => (text ?? '').trim().split('\n', 1)[0];

/**
 * The last line of `npm test`, always of one form.
 * @param {Count} count
 */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
