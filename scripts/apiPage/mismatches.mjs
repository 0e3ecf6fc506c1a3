/** Stands for anything, and as the last item of a list for the rest of it. */
const ANYTHING = '…';

/**
 * How an answer differs from the one that is shown: members that are not shown do not count.
 *
 * @param {unknown} shown
 * @param {unknown} actual
 * @param {string} [path]
 * @returns {string[]}
 */
export function mismatches(shown, actual, path = '') {
  if (shown === ANYTHING) {
    return actual === undefined ? [`${path} is missing`] : [];
  }
  if (Array.isArray(shown)) {
    if (!Array.isArray(actual)) return [`${path} is no list`];
    const isOpen = shown.at(-1) === ANYTHING;
    const items = isOpen ? shown.slice(0, -1) : shown;
    const isTooLong = !isOpen && actual.length > items.length;
    return [
      ...(isTooLong ? [`${path} has more than is shown`] : []),
      ...items.flatMap((item, index) =>
        mismatches(item, actual[index], `${path}[${index}]`),
      ),
    ];
  }
  if (typeof shown === 'object' && shown !== null) {
    if (typeof actual !== 'object' || actual === null) {
      return [`${path} is no object`];
    }
    return Object.entries(shown).flatMap(([key, value]) =>
      mismatches(value, actual[key], `${path}.${key}`),
    );
  }
  return shown === actual ? [] : [`${path} is ${JSON.stringify(actual)}`];
}
