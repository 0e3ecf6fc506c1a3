/** A title that would turn text around, ring, draw markup and call for our own words. */
export const hostileTitle =
  'pay\u202Elanigiro\u202C\u0007 <b>bold</b> $t(common.run) {{title}}';

/** All that a person may see of it. */
export const hostileTitleShown =
  'pay[U+202E]lanigiro[U+202C][U+0007] <b>bold</b> $t(common.run) {{title}}';
