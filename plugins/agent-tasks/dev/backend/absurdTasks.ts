import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { ofStatus, pullRequest, taskOf } from './tasks';
import { hoursAgo } from './times';

const markup = '<img src=x onerror=alert(1)><b>bold</b> [link](javascript:1)';
const hidden = 'pay\u202Elanigiro\u202C \u0000\u0007\u001b[31mred\u200B';
const rightToLeft = 'ترقية مكتبة الدفع إلى الإصدار 4.17.21 في الخدمة';
const longName = 'a-name-of-eighty-characters-'.repeat(3).slice(0, 80);

/** Texts from outside that are hostile, strange, or only long. */
export const absurdTexts = [
  markup,
  hidden,
  rightToLeft,
  longName,
  `${'word '.repeat(200)}end`,
];

/** Links that may not become links. */
const absurdLinks = [
  ['java', 'script:alert(document.domain)'].join(''),
  'data:text/html,<script>alert(1)</script>',
  'https://github.com.example.org/acme/payments-api/pull/214',
  'https://user:word@github.com/acme/payments-api/pull/214',
  'not a link',
];

/** Each text and each link once, in every place that text and links may come to. */
export const absurdTasks: Task[] = absurdTexts.map((text, index) =>
  absurdTask(index + 1, text, absurdLinks[index]),
);

/** One that is wrong in all ways at once. */
export const mostAbsurdTask: Task = {
  ...absurdTask(1, absurdTexts.slice(0, 4).join(' '), absurdLinks[0]),
  entityRef: `component:default/${longName.slice(0, 63)}`,
};

function absurdTask(number: number, text: string, link: string): Task {
  const { failure } = ofStatus.not_done;
  return taskOf(number, {
    title: text,
    providerName: text,
    prompt: absurdTexts.join('\n\n'),
    parameters: { [longName]: text, nested: { deep: [text, link] } },
    baseRef: longName,
    model: { requested: longName, used: text },
    repository: {
      host: 'github.com',
      slug: `acme/${longName}`,
      url: `https://github.com/acme/${longName}`,
    },
    provider: { id: 'github-copilot', taskId: longName, url: link },
    question: { untrustedText: text, at: hoursAgo(1), options: [text, link] },
    answer: { mode: 'at_provider', url: link, pullRequest: null },
    failure: failure ? { ...failure, untrustedText: text } : null,
    artifacts: pullRequest({
      url: link,
      headRef: longName,
      files: 99_999,
      additions: 1_234_567,
      deletions: 7_654_321,
      outOfScope: [text, longName],
    }),
    sessions: taskOf(number).sessions.map(session => ({
      ...session,
      state: 'daydreaming',
      error: text,
      logUrl: link,
    })),
    cost: { unit: 'ai_credits', estimated: 0, actual: 123_456_789.123 },
  });
}
