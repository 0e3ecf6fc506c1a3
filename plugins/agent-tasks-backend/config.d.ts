export interface Config {
  /**
   * Agent tasks. Checked strictly when the backend starts: an unknown key stops it. Durations are
   * ISO 8601, such as PT2H or P7D.
   */
  agentTasks?: {
    /**
     * Name of this portal. Required in production. The database keeps the first one it is used
     * with: a portal of another name on it, or on a copy, is frozen and asks no provider anything.
     */
    instance?: string;

    /** People who may freeze, thaw and settle unclear starts: references of users or groups. */
    operators?: string[];

    /** Who gets what would reach nobody. The operators where it is left out. */
    fallbackOwner?: string;

    /** Whom a task that needs a person is routed to. */
    routing?: {
      /** A group with more people counts as no owner: what everybody gets, nobody does. 50. */
      largestGroup?: number;
    };

    /** Who may ask for what: the first that applies decides; where none does, the answer is no. */
    policies?: {
      id: string;
      /** Has to be raised with every change. */
      version: number;
      /** What it applies to; what is left out means any. `*` stands for any characters. */
      match?: {
        kinds?: string[];
        types?: string[];
        /** Catalog filter: each path must have the value, or one of the values. */
        filter?: { [path: string]: string | string[] };
        organizations?: string[];
        repositories?: string[];
        templates?: string[];
        /** Left out: portal and scaffolder. */
        via?: (
          | 'portal'
          | 'scaffolder'
          | 'api'
          | 'action'
          | 'schedule'
          | 'campaign'
        )[];
      };
      repositories?: { deny?: string[] };
      /** `default` for the default branch, or patterns. */
      baseRefs?: string[];
      models?: {
        allow?: string[];
        default?: string;
        /** Start once without the model where the provider refuses it. */
        fallbackWithoutModel?: boolean;
      };
      /** `forbid`: a branch is inspected before there is a pull request. */
      pullRequest?: 'require' | 'allow' | 'forbid';
      /** Prompts of one's own, without a template. */
      freeform?: boolean;
      /** Templates from other places than `templates.trusted`; never with a shared token. */
      untrustedTemplates?: boolean;
      /** What a requester has to be able to show. `none` has to name its callers in `match.via`. */
      requesterMust?: 'write' | 'own' | 'none';
      approval?: {
        required?: boolean;
        /** `owner`, or references. */
        by?: string | string[];
        /** Nobody approves what they asked for. */
        fourEyes?: boolean;
      };
      /** Id of the identity that acts. */
      identity: string;
      /** These only narrow `agentTasks.limits`. */
      limits?: {
        owner?: number;
        organization?: number;
        repository?: number;
        requester?: number;
        queued?: number;
        perRequesterPerDay?: number;
        viaAction?: number;
      };
      timeouts?: {
        queued?: string;
        approval?: string;
        waitingForUser?: string;
        running?: string;
      };
      /** When tasks may start. */
      windows?: {
        days: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
        from: string;
        to: string;
        timezone: string;
      }[];
    }[];

    /** Tasks in flight, at most, per owner, organization, repository and requester; and others. */
    limits?: {
      owner?: number;
      organization?: number;
      repository?: number;
      requester?: number;
      /** Tasks that wait; one more is refused. */
      queued?: number;
      /** Tasks that one requester asks for within 24 hours. */
      perRequesterPerDay?: number;
      /** Open tasks that one requester's agents have asked for. */
      viaAction?: number;
      /**
       * Agent pull requests that wait for one owner's review, with the tasks on their way to open
       * one. Further tasks of the owner wait. Left out: any number.
       */
      reviewCapacity?: number;
    };

    /** Starts that stop by themselves, where a provider or a template goes wrong. */
    breakers?: {
      /** Owners whose tasks start although the breaker of their template is open. */
      exempt?: {
        /** In full and lower case: `group:default/payments`. */
        owner: string;
        /** A time in UTC: `2026-12-01T00:00:00Z`. Nobody is exempt for good. */
        until: string;
      }[];
    };

    /** Not built yet: stops start-up. */
    budgets?: unknown[];

    /** Whose tokens act at the provider. */
    identities?: {
      id: string;
      /** `token`: one shared by all. `requester` is not built yet: stops start-up. */
      type: 'token' | 'requester';
      host?: string;
      /** @visibility secret */
      token?: string;
      /** Whom to ask when it stops working. The operators where it is left out. */
      owner?: string;
      purpose?: string;
      /** Organizations it may act in; left out: any. */
      organizations?: string[];
    }[];

    /** Not built yet: stops start-up. */
    tokens?: unknown;

    templates?: {
      /**
       * Locations whose templates are approved, as `backstage.io/managed-by-location` begins:
       * `url:https://github.com/acme/templates/`, `file:examples/agent-task-templates/`.
       */
      trusted?: string[];
    };

    encryption?: {
      /**
       * Secrets of 32 characters or more. The first seals, all open. They seal the record of every
       * task, so that a change by somebody without them is found.
       *
       * @deepVisibility secret
       */
      keys?: string[];
    };

    /** How long is kept what loses its use. */
    retention?: {
      /** Prompts and parameters, after their task has ended. P180D. */
      prompts?: string;
      /** Answers of the provider as they came. P30D. */
      rawPayloads?: string;
      /** What the lines of a record say; who, when and what stay, and so does the chain. P400D. */
      events?: string;
      /** Whole tasks with their records, after they have ended. P3Y. */
      tasks?: string;
      /** How long a repeated request gives the same task: P7D, and never less. */
      idempotency?: string;
    };

    /** Timings of the engine. The defaults are right for GitHub. */
    engine?: {
      /** How long a claim gives the right to start a task: PT2M. */
      lease?: string;
      /** How long a request may still be on its way after nobody waits for it: PT1M. */
      flight?: string;
      /** PT10S. */
      margin?: string;
      /** Least time between two writes of one identity: PT1S. */
      pace?: string;
      idle?: string;
      sweepYoung?: string;
      sweepQuiet?: string;
      sweepArchived?: string;
      /** How many tasks one pass takes. */
      batch?: number;
    };
  };
}
