import {
  artifactSchema,
  errorBodySchema,
  eventSchema,
  identityHealthSchema,
  previewSchema,
  sessionSchema,
  taskListItemSchema,
  taskSchema,
  templateSchema,
} from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { Schema } from '../Route';

/** Shapes with a name of their own in the document. */
export const COMPONENTS: Readonly<Record<string, Schema<unknown>>> = {
  Task: taskSchema,
  TaskListItem: taskListItemSchema,
  TaskArtifact: artifactSchema,
  TaskSession: sessionSchema,
  TaskEvent: eventSchema,
  TaskPreview: previewSchema,
  Template: templateSchema,
  IdentityHealth: identityHealthSchema,
  ErrorBody: errorBodySchema,
};
