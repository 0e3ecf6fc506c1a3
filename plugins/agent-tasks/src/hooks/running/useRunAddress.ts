import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

const PARAMETER = 'run';

/** The run dialog as the address has it, so that a link can open it. */
export interface RunAddress {
  isOpen: boolean;
  /** Ref or name of a template; undefined while none is chosen. */
  template: string | undefined;
  open(template?: string): void;
  /** Another template, or none: the way back still leads out of the dialog. */
  choose(template: string | undefined): void;
  close(): void;
}

/** Reads and writes `?run` and `?run=<template>`. */
export function useRunAddress(): RunAddress {
  const [parameters, setParameters] = useSearchParams();
  const value = parameters.get(PARAMETER);
  const put = useCallback(
    (template: string | undefined, options: { replace: boolean }) =>
      setParameters(before => {
        const after = new URLSearchParams(before);
        if (template === undefined) after.delete(PARAMETER);
        else after.set(PARAMETER, template);
        return after;
      }, options),
    [setParameters],
  );
  return useMemo(
    () => ({
      isOpen: value !== null,
      template: value || undefined,
      open: template => put(template ?? '', { replace: false }),
      choose: template => put(template ?? '', { replace: true }),
      close: () => put(undefined, { replace: true }),
    }),
    [value, put],
  );
}
