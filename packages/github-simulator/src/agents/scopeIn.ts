/** How far a prompt lets a change go. No pattern: everywhere. */
export interface PromptScope {
  /** Patterns of the files that may be changed. */
  patterns: string[];
  /** How many of them at most. */
  maxFiles: number;
}

const FILES_FOLLOW = /^Change only files\b.*:$/;
const ONE_PATTERN = /^[-*] `([^`]+)`$/;
const LIMIT = /^Change at most (\d+) files?\b/;

/**
 * Reads the limits that a prompt states, as an agent that keeps to them does. The last ones count: what people wrote
 * stands before what the portal adds.
 */
export function scopeIn(prompt: string): PromptScope {
  const lines = prompt.split('\n').map(line => line.trim());
  const from = lines.findLastIndex(line => FILES_FOLLOW.test(line)) + 1;
  if (from === 0) return { patterns: [], maxFiles: Infinity };
  const patterns: string[] = [];
  for (const line of lines.slice(from)) {
    const pattern = ONE_PATTERN.exec(line)?.[1];
    if (pattern === undefined) break;
    patterns.push(pattern);
  }
  const limit = lines.slice(from).map(line => LIMIT.exec(line)?.[1]);
  const maxFiles = Number(limit.find(Boolean) ?? Infinity);
  return { patterns, maxFiles };
}
