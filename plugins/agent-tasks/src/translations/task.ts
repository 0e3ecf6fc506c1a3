import { taskCommandMessages } from './task/taskCommandMessages';
import { taskHeadMessages } from './task/taskHeadMessages';
import { taskTabMessages } from './task/taskTabMessages';

/** The page of one task. */
export const taskMessages = {
  ...taskHeadMessages,
  ...taskTabMessages,
  ...taskCommandMessages,
} as const;
