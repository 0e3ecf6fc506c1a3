export interface Config {
  /** Configuration of agent tasks. */
  agentTasks?: object;
}
