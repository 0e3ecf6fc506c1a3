import { RecordAnchor } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/store/TaskArchive';

/**
 * An anchor as the auditor's log has it: `<since>,<until>,<root>`, times in ISO 8601.
 *
 * @throws Error that says what is expected
 */
export function anchorFrom(text: string): RecordAnchor {
  const [since, until, root, ...rest] = text.split(',');
  const span = { since: Date.parse(since), until: Date.parse(until) };
  const isWhole =
    Number.isFinite(span.since) &&
    Number.isFinite(span.until) &&
    /^[0-9a-f]{64}$/.test(root ?? '') &&
    rest.length === 0;
  if (!isWhole) {
    throw new Error(
      'An anchor is <since>,<until>,<root> as in the auditor’s event record-anchor',
    );
  }
  return { ...span, records: 0, root };
}
