import {
  type Stage,
  STAGES,
  type Task,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** One step of the rail. `skipped`: a later one was reached without it. */
export interface RailStep {
  stage: Stage;
  /** ISO 8601; null unless it was reached. */
  at: string | null;
  place: 'reached' | 'now' | 'skipped' | 'ahead';
}

/** The five steps of every task, and how far this one has come. */
export function railOf(reached: Task['stages']): RailStep[] {
  const timeOf = (stage: Stage) =>
    reached.find(step => step.stage === stage)?.at ?? null;
  const furthest = STAGES.reduce(
    (last, stage, index) => (timeOf(stage) === null ? last : index),
    0,
  );
  return STAGES.map((stage, index) => {
    const at = timeOf(stage);
    return { stage, at, place: placeOf(index, furthest, at) };
  });
}

function placeOf(
  index: number,
  furthest: number,
  at: string | null,
): RailStep['place'] {
  if (index > furthest) return 'ahead';
  const isResult = index === STAGES.length - 1;
  if (index === furthest && !isResult) return 'now';
  return at === null ? 'skipped' : 'reached';
}
