import { Octokit } from '@octokit/rest';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ProviderFailure,
  ProviderResult,
  RateBudget,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { ProviderCredential } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { readFailure } from '../verdict/readFailure';
import { Call } from './Call';
import { Answer, exchangeOnce, ExchangeTerms } from './exchangeOnce';
import { GitHubHosts } from './GitHubHosts';
import { KeptAnswers, unchanged } from './KeptAnswers';
import { nextPage } from './nextPage';
import { ProviderLog } from './ProviderLog';
import { RateBudgets } from './RateBudgets';
import { ReadShare } from './ReadShare';

/** Time limits in milliseconds. */
export interface Timeouts {
  /** For requests that write. */
  write: number;
  read: number;
}

/** What a write came to, with the word that goes into the log. */
export interface Judged<V> {
  verdict: string;
  value: V;
}

/** What the pages of a list held, as far as they could be read. */
export interface Pages<T> {
  items: T[];
  /** The page at which reading ended early. */
  failure?: ProviderFailure;
  complete: boolean;
}

const HEADERS = {
  accept: 'application/vnd.github+json',
  'x-github-api-version': '2026-03-10',
};

const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
};

/**
 * The one door to GitHub. Octokit builds the request (address, parameters, token) and nothing
 * more: it is given our fetch, which records the exchange and hands back an empty answer, so that
 * no retry, throttling or error of Octokit's ever stands between the network and a verdict.
 */
export class GitHubClient {
  readonly #hosts: GitHubHosts;
  readonly #timeouts: Timeouts;
  readonly #log: ProviderLog;
  readonly #budgets = new RateBudgets();
  readonly #share = new ReadShare(this.#budgets);
  readonly #kept = new KeptAnswers();

  constructor(options: {
    hosts: GitHubHosts;
    timeouts: Timeouts;
    logger: LoggerService;
  }) {
    this.#hosts = options.hosts;
    this.#timeouts = options.timeouts;
    this.#log = new ProviderLog(options.logger);
  }

  /** Sends one write at most once; the guard, if any, has the last word before the network. */
  async write<V>(
    credential: ProviderCredential,
    call: Call,
    judge: (answer: Answer) => Judged<V>,
    guard?: () => boolean,
  ): Promise<V> {
    const terms = { timeoutMs: this.#timeouts.write, guard };
    const answer = await this.#send(credential, call, terms);
    const { verdict, value } = judge(answer);
    this.#log.write(call, credential, answer.exchange, verdict);
    return value;
  }

  /** Reads once. `read` gives undefined for a body that is not what was asked for. */
  async read<T>(
    credential: ProviderCredential,
    call: Call,
    read: (answer: Answer) => T | undefined,
  ): Promise<ProviderResult<T>> {
    return (await this.ask(credential, call, read)).result;
  }

  /** Like `read`, with the answer for those who need its headers. */
  async ask<T>(
    credential: ProviderCredential,
    call: Call,
    read: (answer: Answer) => T | undefined,
  ): Promise<{ result: ProviderResult<T>; answer: Answer }> {
    const opensAt =
      call.follows === 'one' ? this.#share.opensAt(credential) : undefined;
    const answer = await this.#send(credential, call, {
      timeoutMs: this.#timeouts.read,
      guard: () => opensAt === undefined,
    });
    if (opensAt !== undefined) {
      const failureClass = 'rate_limited';
      const failure = { failureClass, retryAt: opensAt } as const;
      return { result: { ok: false, failure }, answer };
    }
    const { exchange } = answer;
    const value = exchange.status === 200 ? read(answer) : undefined;
    if (value !== undefined) return { result: { ok: true, value }, answer };
    const failure = readFailure(exchange, call.notFound);
    this.#log.failedRead(call, credential, exchange, failure.failureClass);
    return { result: { ok: false, failure }, answer };
  }

  /**
   * Reads a list page by page, following `Link`.
   *
   * @param most - pages to read at most; a list that has more is not complete
   */
  async readPages<T>(
    credential: ProviderCredential,
    first: Call,
    read: (answer: Answer) => T[] | undefined,
    most: number,
  ): Promise<Pages<T>> {
    const items: T[] = [];
    const api = `${this.#hosts.find(credential.host)?.apiBaseUrl}/`;
    let call = first;
    for (let page = 0; page < most; page++) {
      const { result, answer } = await this.ask(credential, call, read);
      if (!result.ok) {
        return { items, failure: result.failure, complete: false };
      }
      items.push(...result.value);
      const next = nextPage(answer.exchange.headers.link);
      if (!next) return { items, complete: true };
      // The token goes nowhere but below the API we asked, whatever the header says.
      if (!next.startsWith(api)) break;
      call = { ...first, route: `GET ${next}`, parameters: {} };
    }
    return { items, complete: false };
  }

  /** GraphQL has one address per host; its queries are reads. */
  graphql<T>(
    credential: ProviderCredential,
    call: Omit<Call, 'route'>,
    read: (answer: Answer) => T | undefined,
  ): Promise<ProviderResult<T>> {
    const url = this.#hosts.find(credential.host)?.graphqlUrl ?? '/graphql';
    return this.read(credential, { ...call, route: `POST ${url}` }, read);
  }

  rateBudget(credential: ProviderCredential): RateBudget | undefined {
    return this.#budgets.find(credential);
  }

  async #send(
    credential: ProviderCredential,
    call: Call,
    terms: ExchangeTerms,
  ): Promise<Answer> {
    const host = this.#hosts.find(credential.host);
    const elsewhere = call.host !== undefined && call.host !== credential.host;
    // A token of one host is shown to no other: such a call is closed before it begins.
    const closed =
      !host || elsewhere ? { ...terms, guard: () => false } : terms;

    let sent = false;
    let answer: Answer | undefined;
    const octokit = new Octokit({
      auth: credential.token,
      baseUrl: host?.apiBaseUrl,
      userAgent: 'backstage-agent-tasks',
      log: silent,
      request: {
        log: silent,
        fetch: async (url: string, init: RequestInit) => {
          if (sent) throw new Error('A request to GitHub is never repeated');
          sent = true;
          const known = call.follows && this.#kept.find(credential, url);
          const headers = new Headers(init.headers);
          if (known) headers.set('if-none-match', known.etag);
          const told = await exchangeOnce(url, { ...init, headers }, closed);
          this.#count(credential, call, told);
          const isOld = known && told.exchange.status === 304;
          if (call.follows && !isOld) this.#kept.keep(credential, url, told);
          answer = isOld ? unchanged(known, told) : told;
          return new Response(null, { status: 204 });
        },
      },
    });
    await octokit.request(call.route, { headers: HEADERS, ...call.parameters });
    if (!answer) throw new Error('Octokit carried out no request');
    return answer;
  }

  #count(
    credential: ProviderCredential,
    call: Call,
    { exchange }: Answer,
  ): void {
    this.#budgets.note(credential, exchange);
    // Nothing new is free, and nothing sent costs nothing.
    const isPaid = exchange.entered && exchange.status !== 304;
    if (call.follows && isPaid) this.#share.spend(credential);
  }
}
