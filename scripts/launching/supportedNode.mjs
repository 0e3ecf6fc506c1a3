/** Same as "engines" in package.json; the first is the one that is fetched. */
export const SUPPORTED_MAJORS = [24, 22];

/** @param {string} version such as v24.1.0 */
export function isSupported(version) {
  return SUPPORTED_MAJORS.includes(majorOf(version));
}

export function majorOf(version) {
  return Number.parseInt(version.replace(/^v/, ''), 10);
}
