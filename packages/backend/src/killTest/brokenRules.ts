/**
 * Known mistakes, each the opposite of one rule of the start protocol. A kill test that passes with
 * one of them proves nothing. They sit in front of `fetch`, where a retry plugin or a proxy would.
 */
export const brokenRules = {
  /** An unclear POST is sent once more, as clients with a retry plugin do. */
  'sends again': async (send: () => Promise<Response>): Promise<Response> => {
    const first = await send().catch(() => undefined);
    return first && first.status < 500 ? first : send();
  },
  /** 5xx is taken for proof that nothing was created. */
  'takes 5xx for not sent': async (
    send: () => Promise<Response>,
  ): Promise<Response> => {
    const answer = await send();
    if (answer.status < 500) return answer;
    throw Object.assign(new TypeError('fetch failed'), {
      cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
    });
  },
};

export type BrokenRule = keyof typeof brokenRules;

/** Breaks a rule in this process, for every start it sends. */
export function breakRule(rule: BrokenRule): void {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const send = () => fetch(input, init);
    const isStart =
      init?.method === 'POST' && /\/agents\/repos\//.test(String(input));
    return isStart ? brokenRules[rule](send) : send();
  };
}
