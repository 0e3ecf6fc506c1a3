import type { Template } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type FormState from '@rjsf/core';
import Form from '@rjsf/mui';
import type { ErrorSchema, RJSFValidationError } from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import { Ref, useMemo, useState } from 'react';
import { agentTasksTranslationRef } from '../../../translations';
import { propertyOf, ruleWords } from './ruleWords';
import { splitForm } from './splitForm';
import { templates } from './templates';

type Parameters = Template['parameters'];

/** What the outside may ask of the form: to check itself, and then to call `onSubmit`. */
export type TemplateFormHandle = Pick<FormState, 'submit'>;

/** A template's parameters as a form. Says itself what does not fit the schema. */
export default function TemplateForm(props: {
  parameters: Parameters;
  values: Parameters;
  /** Of the backend, by field; what the schema itself would say is left out of them. */
  errors: Record<string, string>;
  /** Not typed by anybody: the schema's own defaults. */
  onFill: (values: Parameters) => void;
  onChange: (values: Parameters) => void;
  onSubmit: () => void;
  handle: Ref<TemplateFormHandle>;
}) {
  const { parameters, values, errors, onFill, onChange, onSubmit } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const form = useMemo(() => splitForm(parameters), [parameters]);
  const [isTried, setTried] = useState(false);
  const extraErrors = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(errors).map(([name, error]) => [
          name,
          { __errors: [error] },
        ]),
      ) as ErrorSchema,
    [errors],
  );
  const worded = (found: RJSFValidationError[]) =>
    found.map(error => ({
      ...error,
      message: ruleWords(t, error.name ?? '', {
        limit: error.params?.limit,
        example: propertyOf(
          parameters,
          (error.property ?? '').replace(/^\./, ''),
        )['ui:placeholder'],
      }),
    }));
  return (
    <Form
      ref={props.handle as Ref<FormState>}
      schema={form.schema}
      uiSchema={form.uiSchema}
      formData={values}
      validator={validator}
      templates={templates}
      idPrefix="run"
      noHtml5Validate
      showErrorList={false}
      focusOnFirstError
      liveValidate={isTried}
      extraErrors={extraErrors}
      transformErrors={worded}
      onChange={({ formData }, id) =>
        (id === undefined ? onFill : onChange)(formData ?? {})
      }
      onError={() => setTried(true)}
      onSubmit={onSubmit}
    >
      {/* The button stands at the foot of the dialog. */}
      <></>
    </Form>
  );
}
