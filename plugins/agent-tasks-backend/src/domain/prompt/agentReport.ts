import {
  EVIDENCE_PARTS,
  EvidencePart,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** Name of the block in which the agent reports. */
export const REPORT_FENCE = 'agent-task-report';

/** What the agent says of its own work. Claimed, never observed: untrusted, capped, cleaned. */
export interface AgentReport {
  commands: string[];
  tests: string[];
  hosts: string[];
  leftOut: string[];
  confidence: string | null;
  gaps: string[];
}

const MOST_LENGTH = 20_000;
const MOST_ITEMS = 50;
const MOST_ITEM_LENGTH = 300;

/**
 * Reads the last report block of a pull request's text; null when there is none that can be read.
 * Searched by position, without patterns, because the text comes from outside and has any length.
 */
export function agentReportIn(text: string): AgentReport | null {
  const open = text.lastIndexOf(`\`\`\`${REPORT_FENCE}`);
  if (open < 0) return null;
  const start = text.indexOf('\n', open);
  const end = start < 0 ? -1 : text.indexOf('```', start);
  if (end < 0 || end - start > MOST_LENGTH) return null;
  const told = parsed(text.slice(start, end));
  if (told === null) return null;
  return {
    commands: lines(told.commands),
    tests: lines(told.tests),
    hosts: lines(told.hosts),
    leftOut: lines(told.leftOut),
    confidence: lines(told.confidence)[0] ?? null,
    gaps: lines(told.gaps),
  };
}

/** The parts that a template insists on and the agent left out. */
export function missingParts(
  report: AgentReport | null,
  required: readonly EvidencePart[],
): EvidencePart[] {
  return EVIDENCE_PARTS.filter(
    part =>
      required.includes(part) &&
      (report === null || [report[part] ?? []].flat().length === 0),
  );
}

function parsed(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function lines(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value])
    .slice(0, MOST_ITEMS)
    .flatMap(item =>
      typeof item === 'string' || typeof item === 'number'
        ? [cleaned(String(item))]
        : [],
    )
    .filter(line => line !== '');
}

/** One line of visible characters: what is shown as text must not act as anything else. */
function cleaned(text: string): string {
  return text
    .slice(0, MOST_ITEM_LENGTH)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, '')
    .trim();
}
