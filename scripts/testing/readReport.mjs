import { readFileSync } from 'node:fs';
import { Complaint } from '../running/Complaint.mjs';

/**
 * A test runner's report in JSON. A runner that broke before it wrote one told
 * why in its output.
 */
export function readReport(path, output) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Complaint(`${output}\nThe tests ended without a report.`);
  }
}
