import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import {
  ArrayFieldTemplateProps,
  descriptionId,
  getTemplate,
  getUiOptions,
  titleId,
} from '@rjsf/utils';
import { RiAddLine } from '@remixicon/react';
import { agentTasksTranslationRef } from '../../../translations';
import { Fieldset } from './Fieldset';
import { ListEntry } from './ListEntry';

/** A list that the person makes longer and shorter. */
export function ListField(props: ArrayFieldTemplateProps) {
  const { items, canAdd, onAddClick, disabled, readonly, required } = props;
  const { idSchema, registry, schema, uiSchema } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const options = getUiOptions(uiSchema);
  const title = options.title ?? props.title;
  const description = options.description ?? schema.description;
  const Description = getTemplate('DescriptionFieldTemplate', registry);
  return (
    <Fieldset
      titleId={titleId(idSchema)}
      title={required ? `${title} *` : title}
    >
      {description && (
        <Description
          id={descriptionId(idSchema)}
          description={description}
          schema={schema}
          uiSchema={uiSchema}
          registry={registry}
        />
      )}
      {items.map(({ key, ...item }) => (
        <ListEntry key={key} {...item} />
      ))}
      {canAdd && (
        <Button
          variant="outlined"
          startIcon={<RiAddLine size={16} aria-hidden />}
          aria-label={t('run.addTo', { list: title })}
          disabled={disabled || readonly}
          onClick={onAddClick}
          sx={{ alignSelf: 'flex-start' }}
        >
          {t('run.add')}
        </Button>
      )}
    </Fieldset>
  );
}
