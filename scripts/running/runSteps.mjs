import { stripVTControlCharacters } from 'node:util';
import { Complaint } from './Complaint.mjs';
import { stepLine } from './stepLine.mjs';

/**
 * @typedef {object} StepResult
 * @property {number} [passed]
 * @property {number} [failed]
 * @property {string} [note] shown on the step's line
 * @property {string} [output] shown when something failed
 *
 * @typedef {object} Step
 * @property {string} title
 * @property {() => Promise<StepResult | void>} run
 */

/**
 * Runs every step even after one failed, so that all is reported, and prints
 * one line for each as it ends. What a step threw is its one failure.
 *
 * @param {Step[]} steps
 * @param {{ atOnce?: number, say?: (line: string) => void, now?: () => number }} [options]
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runSteps(steps, options = {}) {
  const { atOnce = 1, say = console.log, now = Date.now } = options;
  const waiting = [...steps];
  const sum = { passed: 0, failed: 0 };

  async function work() {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const begun = now();
      const { passed = 0, failed = 0, note, output } = await attempt(step);
      sum.passed += passed;
      sum.failed += failed;
      const { title } = step;
      say(stepLine({ title, failed, elapsed: now() - begun, note }));
      if (failed > 0 && output) say(indent(output));
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return sum;
}

/** @returns {Promise<StepResult>} */
async function attempt(step) {
  try {
    return (await step.run()) ?? {};
  } catch (error) {
    const output = error instanceof Complaint ? error.message : error.stack;
    return { failed: 1, output };
  }
}

function indent(text) {
  // Some programs insist on colours, which make a log file hard to read.
  const plain = process.stdout.isTTY ? text : stripVTControlCharacters(text);
  return plain.trimEnd().replace(/^/gm, '    ');
}
