import { ProviderCredential } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { Answer } from './exchangeOnce';
import { keyOfCredential } from './keyOfCredential';

/** Characters of all bodies together, as JSON. */
const KEPT_CHARACTERS = 16_000_000;

/** An answer with the ETag that it came with. */
export interface Kept {
  etag: string;
  answer: Answer;
  size: number;
}

/**
 * Answers that GitHub gave an ETag with. Asked for again with it, GitHub says that nothing has
 * changed, which costs nothing of the user's budget. Many answers carry none, which is fine too.
 */
export class KeptAnswers {
  readonly #kept = new Map<string, Kept>();
  #size = 0;

  constructor(private readonly most = KEPT_CHARACTERS) {}

  find(credential: ProviderCredential, url: string): Kept | undefined {
    return this.#kept.get(keyOf(credential, url));
  }

  keep(credential: ProviderCredential, url: string, answer: Answer): void {
    const key = keyOf(credential, url);
    const { exchange, body } = answer;
    this.#forget(key);
    const { etag } = exchange.headers;
    if (exchange.status === 200 && exchange.bodyReadable && etag) {
      const size = JSON.stringify(body).length;
      this.#kept.set(key, { etag, answer, size });
      this.#size += size;
    }
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.most) break;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#size -= this.#kept.get(key)?.size ?? 0;
    this.#kept.delete(key);
  }
}

/** The answer that nothing has changed stands for the one that is known. */
export function unchanged(kept: Kept, { exchange }: Answer): Answer {
  const { link } = kept.answer.exchange.headers;
  return {
    exchange: {
      ...exchange,
      status: 200,
      headers: { ...(link && { link }), ...exchange.headers },
      bodyReadable: true,
    },
    body: kept.answer.body,
  };
}

function keyOf(credential: ProviderCredential, url: string): string {
  return `${keyOfCredential(credential)} ${url}`;
}
