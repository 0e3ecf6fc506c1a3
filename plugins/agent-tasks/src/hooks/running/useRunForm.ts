import type { CreateTaskRequest } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useCallback, useMemo, useRef, useState } from 'react';
import { RunDraft, useRunDraft } from './useRunDraft';

/** What the person may set; what is left out follows the template and the policy. */
export interface RunValues
  extends Pick<
    CreateTaskRequest,
    'baseRef' | 'model' | 'title' | 'createPullRequest' | 'allowDuplicate'
  > {
  parameters: NonNullable<CreateTaskRequest['parameters']>;
}

const nothing: RunValues = { parameters: {} };

/**
 * One template's form for one entity, with its draft.
 *
 * @param properties - names of the parameters; a draft's others belonged to an older version
 */
export function useRunForm(
  entityRef: string,
  templateRef: string,
  properties: readonly string[],
) {
  const [values, setValues] = useState<RunValues>(nothing);
  const [restoredAt, setRestoredAt] = useState<string>();
  /** Grows when the form starts over, so that it takes its defaults again. */
  const [round, setRound] = useState(0);
  const isTouched = useRef(false);

  const draft = useRunDraft(entityRef, templateRef, found => {
    if (isTouched.current) return;
    setValues(valuesOf(found, properties));
    setRestoredAt(found.savedAt);
    setRound(before => before + 1);
  });
  const { save, clear } = draft;

  const change = useCallback(
    (changes: Partial<RunValues>) => {
      isTouched.current = true;
      setValues(before => {
        // Something else is asked for now: whether it is meant twice is asked anew.
        const after = { ...before, allowDuplicate: undefined, ...changes };
        const { allowDuplicate, ...kept } = after;
        save(JSON.parse(JSON.stringify(kept)));
        return after;
      });
    },
    [save],
  );

  /** Takes what the form fills in by itself; nobody typed that. */
  const fill = useCallback(
    (parameters: RunValues['parameters']) =>
      setValues(before => ({ ...before, parameters })),
    [],
  );

  const startOver = useCallback(() => {
    isTouched.current = false;
    clear();
    setValues(nothing);
    setRestoredAt(undefined);
    setRound(before => before + 1);
  }, [clear]);

  return useMemo(
    () => ({ values, restoredAt, round, change, fill, startOver, clear }),
    [values, restoredAt, round, change, fill, startOver, clear],
  );
}

function valuesOf(draft: RunDraft, properties: readonly string[]): RunValues {
  const values = Object(draft.values);
  const text = (value: unknown) =>
    typeof value === 'string' ? value : undefined;
  return {
    parameters: Object.fromEntries(
      Object.entries(Object(values.parameters)).filter(([name]) =>
        properties.includes(name),
      ),
    ),
    baseRef: text(values.baseRef),
    model: text(values.model),
    title: text(values.title),
    createPullRequest:
      typeof values.createPullRequest === 'boolean'
        ? values.createPullRequest
        : undefined,
  };
}
