import { posix } from 'node:path';
import { PullFile, Repository, Task, World } from '../state/World';
import { nextOrdinal } from '../state/counters';
import { pick } from '../state/dice';
import { appendedFile, createdFile } from './changedFile';
import { newNameFor } from './newNameFor';
import { branchNameFrom } from './rewording';
import { PromptScope, scopeIn } from './scopeIn';
import { scriptNamed } from './scripts';

/** What the agent changes: within the limits that its prompt names, unless its script has it stray from them. */
export function writeChange(
  world: World,
  repository: Repository,
  task: Task,
): PullFile[] {
  const change = nextOrdinal(world, 'change');
  const scope = scopeIn(task.ask.prompt);
  if (scope.patterns.length === 0) {
    return changeAnywhere(world, repository, task, change);
  }
  const within = changeWithin(scope, world, repository, task);
  return scriptNamed(task.script).strays
    ? [...within, noteOn(task, change)]
    : within;
}

/** Nothing forbids a file: one that is there grows, and a note on the change comes with it. */
function changeAnywhere(
  world: World,
  repository: Repository,
  task: Task,
  change: number,
): PullFile[] {
  const names = Object.keys(repository.files).sort();
  const note = noteOn(task, change);
  if (names.length === 0) return [note];
  const name = pick(names, world.seed, 'file', task.ordinal, change);
  const line = `${task.name} (${change})`;
  return [appendedFile(name, repository.files[name], line), note];
}

function noteOn(task: Task, change: number): PullFile {
  const name = `docs/changes/${String(change).padStart(4, '0')}.md`;
  return createdFile(name, task.name);
}

/** The same files in each session of a task, so that the limit holds for all of them together. */
function changeWithin(
  { patterns, maxFiles }: PromptScope,
  world: World,
  { files }: Repository,
  task: Task,
): PullFile[] {
  const isWithin = (name: string) =>
    patterns.some(pattern => posix.matchesGlob(name, pattern));
  const there = Object.keys(files).filter(isWithin).filter(takesLines).sort();
  const grown = there
    .filter(name => name === pick(there, world.seed, 'file', task.ordinal))
    .map(name => appendedFile(name, files[name], task.name));
  const stem = branchNameFrom(task.name);
  const fresh = patterns
    .map(pattern => newNameFor(pattern, stem))
    .find(name => name && takesLines(name) && !(name in files));
  const added = fresh ? [createdFile(fresh, task.name)] : [];
  return [...grown, ...added].slice(0, maxFiles);
}

/** Whether a line of text does no harm: what machines write takes none. */
function takesLines(name: string): boolean {
  return !/\.(?:json|lock)$|(?:^|\/)pnpm-lock\.yaml$/.test(name);
}
