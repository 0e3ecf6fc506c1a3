/** What a word wants of the reader, beside its icon; never told by colour alone. */
export type Tone = 'quiet' | 'active' | 'good' | 'warning' | 'bad';

/** Text and ground of each tone, as tokens with enough contrast in both themes. */
export const tones: Record<Tone, { text: string; ground: string }> = {
  quiet: {
    text: 'var(--bui-fg-secondary)',
    ground: 'var(--bui-bg-neutral-2)',
  },
  active: {
    text: 'var(--bui-announcement-fg-subdued)',
    ground: 'var(--bui-announcement-bg-subdued)',
  },
  good: {
    text: 'var(--bui-positive-fg-subdued)',
    ground: 'var(--bui-positive-bg-subdued)',
  },
  warning: {
    text: 'var(--bui-warning-fg-subdued)',
    ground: 'var(--bui-warning-bg-subdued)',
  },
  bad: {
    text: 'var(--bui-negative-fg-subdued)',
    ground: 'var(--bui-negative-bg-subdued)',
  },
};
