import Box from '@mui/material/Box';
import FormHelperText from '@mui/material/FormHelperText';
import Typography from '@mui/material/Typography';
import { Templates } from '@rjsf/mui';
import {
  ariaDescribedByIds,
  BaseInputTemplateProps,
  descriptionId,
  errorId,
  FieldErrorProps,
  getTemplate,
  getUiOptions,
  ObjectFieldTemplateProps,
  titleId,
} from '@rjsf/utils';

/** How the parts of a form stand: close together, one below the other, errors under their field. */
export const templates = {
  BaseInputTemplate,
  ObjectFieldTemplate,
  FieldErrorTemplate,
};

function ObjectFieldTemplate(props: ObjectFieldTemplateProps) {
  const { title, description, properties, idSchema, registry, uiSchema } =
    props;
  const { schema, formData, onAddClick, disabled, readonly } = props;
  const isRoot = idSchema.$id === 'run';
  const { ButtonTemplates } = registry.templates;
  const isExtensible =
    schema.additionalProperties !== undefined &&
    schema.additionalProperties !== false &&
    getUiOptions(uiSchema).expandable !== false;
  const Description = getTemplate('DescriptionFieldTemplate', registry);
  return (
    <Box
      component={isRoot ? 'div' : 'fieldset'}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        gap: 2,
        minWidth: 0,
        m: 0,
        p: isRoot ? 0 : 2,
        border: isRoot ? 0 : '1px solid var(--bui-border-1)',
        borderRadius: 'var(--bui-radius-2)',
      }}
    >
      {!isRoot && title && (
        <Typography
          component="legend"
          id={titleId(idSchema)}
          variant="body2"
          sx={{ px: 0.5, fontWeight: 600 }}
        >
          {title}
        </Typography>
      )}
      {!isRoot && description && (
        <Description
          id={descriptionId(idSchema)}
          description={description}
          schema={schema}
          registry={registry}
        />
      )}
      {properties.map(({ name, content }) => (
        <Box key={name} sx={{ minWidth: 0 }}>
          {content}
        </Box>
      ))}
      {isExtensible && (
        <ButtonTemplates.AddButton
          onClick={onAddClick(schema)}
          disabled={disabled || readonly}
          uiSchema={uiSchema}
          registry={registry}
          aria-label={formData ? title : undefined}
        />
      )}
    </Box>
  );
}

function FieldErrorTemplate({ errors = [], idSchema }: FieldErrorProps) {
  if (errors.length === 0) return null;
  return (
    <Box id={errorId(idSchema)}>
      {errors.map(error => (
        <FormHelperText
          key={String(error)}
          component="div"
          sx={{ '&::first-letter': { textTransform: 'uppercase' } }}
        >
          {error}
        </FormHelperText>
      ))}
    </Box>
  );
}

/** The field itself carries what describes it; left alone, the box around it would. */
function BaseInputTemplate(props: BaseInputTemplateProps) {
  const { BaseInputTemplate: Input } = Templates;
  if (!Input) return null;
  return (
    <Input
      {...props}
      InputProps={{ 'aria-describedby': ariaDescribedByIds(props.id) }}
    />
  );
}
