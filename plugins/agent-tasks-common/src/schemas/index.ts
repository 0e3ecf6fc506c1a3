/**
 * The zod schemas of the HTTP API and of the catalog kind: one source for router, client, actions,
 * OpenAPI document and catalog. For backends; a browser needs only the types of the main entry.
 *
 * @packageDocumentation
 */
export * from './errorBody';
export * from './operations/freeze';
export * from './operations/identity';
export * from './operations/operations';
export * from './operations/policy';
export * from './operations/queue';
export * from './task/artifact';
export * from './task/createTask';
export * from './task/event';
export * from './task/inbox';
export * from './task/origin';
export * from './task/preview';
export * from './task/record';
export * from './task/session';
export * from './task/task';
export * from './task/taskCommands';
export * from './task/taskQuery';
export * from './task/waiting';
export * from './template/scope';
export * from './template/templateEntity';
export * from './template/templateList';
export * from './values';
export * from './violations';
/** The very zod that made these schemas: what extends its prototype must extend this one. */
export { z } from 'zod';
