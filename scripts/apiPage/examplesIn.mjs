/**
 * The shell blocks of a page, each with the JSON block right behind it, if there is one.
 *
 * @param {string} markdown
 * @returns {{ line: number, command: string, answer: unknown }[]} `answer` is undefined where none is shown
 */
export function examplesIn(markdown) {
  const blocks = [...markdown.matchAll(/^```(sh|json)\n([^]*?)^```$/gm)];
  return blocks.flatMap(({ 1: language, 2: text, index }, place) => {
    if (language !== 'sh') return [];
    const next = blocks[place + 1];
    return [
      {
        line: markdown.slice(0, index).split('\n').length,
        command: text,
        answer: next?.[1] === 'json' ? JSON.parse(next[2]) : undefined,
      },
    ];
  });
}
