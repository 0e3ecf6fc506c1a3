/** The last line of every test run, read by people and by machines. */
export function summaryLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** A run in which nothing was tried is not a success. */
export function exitCode({ passed, failed }) {
  return failed > 0 || passed === 0 ? 1 : 0;
}
