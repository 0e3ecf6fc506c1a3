export interface Config {
  agentTasks?: {
    /**
     * GitHub Copilot cloud agent. Hosts and where their APIs answer are those of
     * `integrations.github`; whose token acts is said by `agentTasks.identities`.
     */
    github?: {
      /**
       * Id of the identity that reads what goes on for long after a task: pull requests, late
       * looks for an unclear start. Needed where people act with their own tokens.
       */
      reader?: string;
    };
  };
}
