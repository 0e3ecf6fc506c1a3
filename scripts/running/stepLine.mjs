/** `✓ types                     41.9 s  note`, in columns. */
export function stepLine({ title, failed = 0, elapsed, note = '' }) {
  const seconds = `${(elapsed / 1000).toFixed(1)} s`;
  const mark = failed > 0 ? '✗' : '✓';
  return `${mark} ${title.padEnd(30)} ${seconds.padStart(
    8,
  )}  ${note}`.trimEnd();
}
