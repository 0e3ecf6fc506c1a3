const DRAWERS = ['utils?', 'helpers?', 'lib', 'misc', 'managers?', 'handlers?'];
const WORD = new RegExp(`^(${DRAWERS.join('|')})$`, 'i');

// Backstage's own names: of the folder that a package offers to others' tests, of the report of what
// it holds, and of the folder whose files may import what only tests need.
const EXCEPT = ['testUtils', '__testUtils__', 'report-testUtils.api.md'];

/**
 * Files whose name or folder says nothing about what is inside. Such drawers
 * fill up; a file is named after the one thing it exports.
 *
 * @param {string[]} paths
 * @returns {string[]}
 */
export function refusedNames(paths) {
  return paths.filter(path => wordsOf(path).some(word => WORD.test(word)));
}

/** The words of src/taskUtils/claim-helper.ts: src, task, Utils, claim, helper, ts. */
function wordsOf(path) {
  return path
    .split('/')
    .filter(part => !EXCEPT.includes(part))
    .flatMap(part => part.split(/[^a-zA-Z]+|(?<=[a-z])(?=[A-Z])/));
}
