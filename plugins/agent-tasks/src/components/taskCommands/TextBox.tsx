import TextField from '@mui/material/TextField';
import { useEffect, useId, useRef } from 'react';

/** Several lines of text, with the label above and the hint below, as Backstage's own fields. */
export function TextBox(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  rows?: number;
  isWrong?: boolean;
  isRequired?: boolean;
  /** First thing to be typed in a dialog that has just opened. */
  takesFocus?: boolean;
  /** Longest text, in characters. */
  maxLength?: number;
}) {
  const { label, value, onChange, hint, rows = 3, isWrong = false } = props;
  const { takesFocus } = props;
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus]);
  return (
    <TextField
      id={id}
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      helperText={hint}
      error={isWrong}
      required={props.isRequired}
      inputRef={input}
      multiline
      minRows={rows}
      maxRows={12}
      fullWidth
      size="small"
      margin="dense"
      inputProps={{ dir: 'auto', maxLength: props.maxLength }}
    />
  );
}
