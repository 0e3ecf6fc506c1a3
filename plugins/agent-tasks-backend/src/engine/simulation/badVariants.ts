/** A defence that is taken out of the engine: the words of its source that are replaced. */
export interface BadVariant {
  name: string;
  /** From `src/`. */
  file: string;
  from: string;
  to: string;
  /** What the simulation has to complain of. */
  complaint: RegExp;
}

/**
 * Engines that break their promise, each by one change. The simulation must see through all of
 * them: otherwise it would not see it either when somebody makes such a change by mistake.
 */
export const BAD_VARIANTS: readonly BadVariant[] = [
  {
    name: 'a start is sent before its intent is committed',
    file: 'engine/loops/dispatch.ts',
    from: `        return outcome;
      });`,
    to: `        outcome.changes
          .map(({ after }) => after)
          .filter(isClaim)
          .forEach(task => send(task, claimedAt));
        return { ...outcome };
      }).then(() => []);`,
    complaint: /without a claim|was sent again|was started/,
  },
  {
    name: 'a lease that ends brings the task back to the queue',
    file: 'domain/task/taskTransitions.ts',
    from: `leaseExpired: 'unconfirmed'`,
    to: `leaseExpired: 'queued'`,
    complaint: /was sent again|was started|is lost/,
  },
  {
    name: 'a server error counts as proof that nothing was sent',
    file: 'engine/start/verdictEvent.ts',
    from: `return { type: 'ambiguous', ...byEngine, epoch, reason: verdict.reason };`,
    to: `return verdict.reason === 'server_error'
        ? { type: 'notSent', ...byEngine, epoch, retryAt }
        : { type: 'ambiguous', ...byEngine, epoch, reason: verdict.reason };`,
    complaint: /was sent again after error_/,
  },
  {
    name: 'a lost answer counts as proof that nothing was sent',
    file: 'engine/start/verdictEvent.ts',
    from: `return { type: 'ambiguous', ...byEngine, epoch, reason: verdict.reason };`,
    to: `return { type: 'notSent', ...byEngine, epoch, retryAt };`,
    complaint: /was sent again/,
  },
  {
    name: 'the guard always says yes',
    file: 'engine/start/startTask.ts',
    from: `elapsedMs(claimedAt, momentOf(parts)) <= settings.leaseMs - needed,`,
    to: `elapsedMs(claimedAt, momentOf(parts)) <= Infinity,`,
    complaint: /whose lease was over/,
  },
  {
    name: 'the guard leaves no time for the flight of a request',
    file: 'engine/start/startTask.ts',
    from: `<= settings.leaseMs - needed,`,
    to: `<= settings.leaseMs,`,
    complaint: /whose lease was over/,
  },
  {
    name: 'the guard forgets that a machine can be suspended',
    file: 'domain/schedule/elapsedMs.ts',
    from: `Math.max(now.monotonic - since.monotonic, now.wall - since.wall);`,
    to: `now.monotonic - since.monotonic;`,
    complaint: /whose lease was over/,
  },
  {
    name: 'the guard believes a wall clock that was set back',
    file: 'domain/schedule/elapsedMs.ts',
    from: `Math.max(now.monotonic - since.monotonic, now.wall - since.wall);`,
    to: `now.wall - since.wall;`,
    complaint: /whose lease was over/,
  },
  {
    name: 'any candidate is adopted',
    file: 'engine/start/findStarted.ts',
    from: `if (told === undefined) return false;`,
    to: `if (told !== null) return true;`,
    complaint: /which is not its own/,
  },
  {
    name: 'a copied marker is enough',
    file: 'engine/start/isOurPrompt.ts',
    from: `return prompt === null ||`,
    to: `return prompt !== told ||`,
    complaint: /which is not its own/,
  },
  {
    name: 'the account of a candidate is not compared',
    file: 'engine/start/findStarted.ts',
    from: `      isOrUnsaid(candidate.creatorId, providerCreatorId),`,
    to: `      isOrUnsaid(candidate.creatorId, candidate.creatorId ?? null),`,
    complaint: /which is not its own/,
  },
  {
    name: 'the verdict of an earlier claim counts',
    file: 'domain/task/guardOf.ts',
    from: `return event.epoch !== task.epoch;`,
    to: `return event.epoch > task.epoch;`,
    complaint: /was sent again|without a claim|was started/,
  },
  {
    name: "a person's word about one attempt counts for the next",
    file: 'domain/task/guardOf.ts',
    from: `return event.epoch === task.epoch ? null : 'attempt_changed';`,
    to: `return null;`,
    complaint: /was sent again|was started/,
  },
  {
    name: 'what is not found in the first look goes back to the queue',
    file: 'domain/task/taskTransitions.ts',
    from: `gaveUp: 'quarantined',`,
    to: `gaveUp: 'queued*',`,
    complaint: /was sent again/,
  },
  {
    name: 'nobody looks after a quarantine',
    file: 'store/dueLoops.ts',
    from: `phases: ['starting', 'unconfirmed', 'quarantined'],`,
    to: `phases: ['starting', 'unconfirmed'],`,
    complaint: /is lost/,
  },
  {
    name: 'freezes are not read',
    file: 'engine/start/decideAdmission.ts',
    from: `freezes: freezes.map(freezeOf)`,
    to: `freezes: freezes.slice(0, 0).map(freezeOf)`,
    complaint: /was claimed under a freeze/,
  },
  {
    name: 'a second id overwrites the first',
    file: 'domain/task/changes/startChanges.ts',
    from: `if (task.providerTaskId !== null && task.providerTaskId !== id) {`,
    to: `if (task.providerTaskId === id) {`,
    complaint: /got another provider id/,
  },
];
