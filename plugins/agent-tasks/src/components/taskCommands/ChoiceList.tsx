import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId } from 'react';

/** One of a few, each with what it means. */
export function ChoiceList<Value extends string>(props: {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  choices: readonly { value: Value; label: string; hint?: string }[];
}) {
  const { label, value, onChange, choices } = props;
  const labelId = useId();
  const choose = (chosen: string) => {
    const choice = choices.find(one => one.value === chosen);
    if (choice) onChange(choice.value);
  };
  return (
    <FormControl>
      <FormLabel id={labelId} sx={{ '&.Mui-focused': { color: 'inherit' } }}>
        {label}
      </FormLabel>
      <RadioGroup
        aria-labelledby={labelId}
        value={value}
        onChange={event => choose(event.target.value)}
      >
        {choices.map(choice => (
          <FormControlLabel
            key={choice.value}
            value={choice.value}
            control={<Radio size="small" color="default" />}
            sx={{ alignItems: 'flex-start' }}
            label={
              <>
                <Typography variant="body2" sx={{ pt: 1.1 }}>
                  {choice.label}
                </Typography>
                {choice.hint && (
                  <Typography
                    variant="body2"
                    sx={{ color: 'var(--bui-fg-secondary)' }}
                  >
                    {choice.hint}
                  </Typography>
                )}
              </>
            }
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
