import { ERROR_CODES } from './errorTable';
import { errorsDocument } from './errorsDocument';

describe('docs/errors.md', () => {
  const text = errorsDocument();

  it('has one section per code, in alphabetical order, which docsUrl can link to', () => {
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(match => match[1]);
    expect(headings).toEqual([...ERROR_CODES].sort());
  });

  it('tells status, next step and waiting time', () => {
    expect(text).toMatch(
      /^\| \[`QUEUE_FULL`\]\(#queue_full\) +\| 503 +\| `wait_and_repeat` +\|$/m,
    );
    const section = text.slice(text.indexOf('## QUEUE_FULL'));
    expect(section.split('\n## ')[0].trim()).toBe(
      `## QUEUE_FULL

> The queue is full: 500 tasks are waiting.

- Status: 503 (\`ServiceUnavailableError\`)
- The same request may succeed later: yes, by default after 300 s
- Next action: \`wait_and_repeat\`
- What to do: Wait as long as Retry-After says, then repeat the request with the same Idempotency-Key.`,
    );
  });

  it('is the same text every time', () => {
    expect(errorsDocument()).toBe(text);
  });
});
