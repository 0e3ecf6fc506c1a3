import { UpstreamWord } from './Exchange';

/**
 * GitHub tells these apart by its message only. What no pattern knows stays without a word, and
 * the status decides.
 */
const patterns: [UpstreamWord, RegExp][] = [
  [
    'rate_limited',
    /\b(secondary rate limit|rate limit exceeded|abuse detection)\b|^RATE_LIMITED$/im,
  ],
  [
    'model_unavailable',
    /\bmodel\b.*\b(not (found|enabled|available|supported|allowed)|unavailable|disabled|unknown)\b/i,
  ],
  [
    'quota_exhausted',
    /\bquota\b|\b(premium requests?|ai credits?|billing|spending|budget)\b.*\b(limit|exceeded|exhausted|insufficient|reached|used up|run out)\b/i,
  ],
  [
    'not_enabled',
    /\bseat\b|\b(copilot|agent tasks?|(coding|cloud) agent)\b.*\b(not (been )?(enabled|available|allowed)|disabled|subscription|licen[cs]e)\b/i,
  ],
];

function textsOf(body: object): string[] {
  const { message, errors } = body as { message?: unknown; errors?: unknown };
  const details: unknown[] = Array.isArray(errors) ? errors : [];
  return [
    message,
    ...details.flatMap(detail => {
      if (typeof detail !== 'object' || detail === null) return [detail];
      const { message: text, type } = detail as Record<string, unknown>;
      return [text, type];
    }),
  ].filter((text): text is string => typeof text === 'string');
}

/** Reads the body of an error, REST or GraphQL, down to a word of ours. */
export function upstreamWord(body: unknown): UpstreamWord | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const text = textsOf(body).join('\n').slice(0, 10_000);
  return patterns.find(([, pattern]) => pattern.test(text))?.[0];
}
