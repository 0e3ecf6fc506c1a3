import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import {
  DescriptionFieldProps,
  FieldTemplateProps,
  getTemplate,
  getUiOptions,
} from '@rjsf/utils';

/** One field: under it what it is for, and what is wrong with it. */
export function FormField(props: FieldTemplateProps) {
  const { children, errors, help, description, rawErrors = [] } = props;
  const { displayLabel, rawDescription, hidden, registry, uiSchema } = props;
  const Wrap = getTemplate(
    'WrapIfAdditionalTemplate',
    registry,
    getUiOptions(uiSchema),
  );
  if (hidden) return <div hidden>{children}</div>;
  return (
    <Wrap {...props}>
      <FormControl
        fullWidth
        error={rawErrors.length > 0}
        required={props.required}
      >
        {children}
        {displayLabel && rawDescription ? description : null}
        {errors}
        {help}
      </FormControl>
    </Wrap>
  );
}

/** What a field is for, as the text of a paragraph: no heading, and no markup of a template's. */
export function FieldDescription({ id, description }: DescriptionFieldProps) {
  if (!description) return null;
  return (
    <FormHelperText component="p" id={id}>
      {description}
    </FormHelperText>
  );
}
