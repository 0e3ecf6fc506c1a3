import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A page that loads its parts late is slow on a busy machine, not wrong.
configure({ asyncUtilTimeout: 20_000 });

/**
 * jsdom asks every rule of every style sheet whenever a query wants to know what can be seen, which
 * was more than half of the time of these tests. Only rules that hide something decide that.
 */
const { insertRule } = CSSStyleSheet.prototype;
CSSStyleSheet.prototype.insertRule = function insertHiding(rule, index) {
  return /display:\s*none|visibility:\s*hidden/.test(rule)
    ? insertRule.call(this, rule, index)
    : this.cssRules.length;
};
