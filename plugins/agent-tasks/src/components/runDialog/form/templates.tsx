import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import { RiAddLine } from '@remixicon/react';
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
import { agentTasksTranslationRef } from '../../../translations';
import { Fieldset } from './Fieldset';
import { FieldDescription, FormField } from './FormField';
import { ListField } from './ListField';

/** How the parts of a form stand: close together, one below the other, errors under their field. */
export const templates = {
  BaseInputTemplate,
  ObjectFieldTemplate,
  ArrayFieldTemplate: ListField,
  FieldTemplate: FormField,
  DescriptionFieldTemplate: FieldDescription,
  FieldErrorTemplate,
};

function ObjectFieldTemplate(props: ObjectFieldTemplateProps) {
  const { title, description, properties, idSchema, registry, uiSchema } =
    props;
  const { schema, onAddClick, disabled, readonly } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const isRoot = idSchema.$id === 'run';
  const isExtensible =
    schema.additionalProperties !== undefined &&
    schema.additionalProperties !== false &&
    getUiOptions(uiSchema).expandable !== false;
  const Description = getTemplate('DescriptionFieldTemplate', registry);
  const fields = (
    <>
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
        <Button
          variant="outlined"
          startIcon={<RiAddLine size={16} aria-hidden />}
          aria-label={title ? t('run.addTo', { list: title }) : undefined}
          disabled={disabled || readonly}
          onClick={onAddClick(schema)}
          sx={{ alignSelf: 'flex-start' }}
        >
          {t('run.add')}
        </Button>
      )}
    </>
  );
  return isRoot ? (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {fields}
    </Box>
  ) : (
    <Fieldset titleId={titleId(idSchema)} title={title}>
      {fields}
    </Fieldset>
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
