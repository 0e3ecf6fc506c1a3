import { ERROR_CODES, errorDefinition, ErrorCode } from './errorTable';

const introduction = `# Errors

Every error of the HTTP API has a stable \`code\`. Programs act on \`code\` and \`nextAction\`; people
read \`message\` and \`remediation\`. This page is generated from the table in
\`plugins/agent-tasks-common/src/errors\`: change it there.

Backstage answers with its own body, without \`code\`, while it starts or stops (503) and when its
global rate limit is reached (429).`;

/**
 * The text of `docs/errors.md`.
 *
 * @public
 */
export function errorsDocument(): string {
  const codes = [...ERROR_CODES].sort();
  return `${[introduction, overview(codes), ...codes.map(section)].join(
    '\n\n',
  )}\n`;
}

function overview(codes: ErrorCode[]): string {
  const rows = codes.map(code => {
    const { status, nextAction } = errorDefinition(code);
    return [
      `[\`${code}\`](#${code.toLowerCase()})`,
      `${status}`,
      `\`${nextAction}\``,
    ];
  });
  return table([['code', 'status', 'next action'], ...rows]);
}

/** In columns of one width, as prettier would write it: the page is checked like any other. */
function table([head, ...rows]: string[][]): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map(row => row[column].length)),
  );
  const line = (cells: string[], filling: string) =>
    `| ${cells
      .map((cell, column) => cell.padEnd(widths[column], filling))
      .join(' | ')} |`;
  const rule = line(
    head.map(() => '-'),
    '-',
  );
  return [line(head, ' '), rule, ...rows.map(row => line(row, ' '))].join('\n');
}

function section(code: ErrorCode): string {
  const {
    status,
    name,
    retryable,
    retryAfterSeconds,
    nextAction,
    remediation,
  } = errorDefinition(code);
  const wait =
    retryAfterSeconds === null
      ? ''
      : `, by default after ${retryAfterSeconds} s`;
  return [
    `## ${code}`,
    `> ${exampleMessage(code)}`,
    [
      `- Status: ${status} (\`${name}\`)`,
      `- The same request may succeed later: ${
        retryable ? `yes${wait}` : 'no'
      }`,
      `- Next action: \`${nextAction}\``,
      `- What to do: ${remediation}`,
    ].join('\n'),
  ].join('\n\n');
}

/**
 * The message of a code, filled with its example values.
 *
 * @public
 */
export function exampleMessage<Code extends ErrorCode>(code: Code): string {
  const { message, example } = errorDefinition(code);
  return message(example);
}
