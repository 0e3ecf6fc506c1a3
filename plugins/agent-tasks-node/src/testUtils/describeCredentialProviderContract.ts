import {
  CredentialAsk,
  CredentialProvider,
  ProviderCredential,
} from '../credentials/CredentialProvider';

/**
 * What the contract suite needs beside the provider itself.
 *
 * @public
 */
export interface CredentialProviderWorld {
  readonly credentials: CredentialProvider;
  /** An ask for which a token is at hand. */
  readonly ask: CredentialAsk;
  /** Another one, with a token of its own: another person, or another identity. */
  readonly otherAsk: CredentialAsk;
  close?(): Promise<void>;
}

/**
 * How to build a world, and what can happen to tokens in it. A provider whose tokens are fixed
 * leaves `renew` out, one whose tokens do not end leaves `expire` out.
 *
 * @public
 */
export interface CredentialProviderSubject<W extends CredentialProviderWorld> {
  createWorld(): Promise<W>;
  /** Puts another token in the place of the one the ask gets. */
  renew?(world: W, ask: CredentialAsk): Promise<void>;
  /** Lets the token of the ask come to its end. */
  expire?(world: W, ask: CredentialAsk): Promise<void>;
}

/**
 * The promises of a credential provider, as tests. Every test gets a world of its own.
 *
 * @public
 */
export function describeCredentialProviderContract<
  W extends CredentialProviderWorld,
>(name: string, subject: CredentialProviderSubject<W>): void {
  describe(`${name} keeps the credential provider contract`, () => {
    const { renew, expire } = subject;
    let world: W;

    beforeEach(async () => {
      world = await subject.createWorld();
    });

    afterEach(async () => {
      await world.close?.();
    });

    const ready = async (ask: CredentialAsk): Promise<ProviderCredential> => {
      const result = await world.credentials.credential(ask);
      if (result.kind !== 'ready') throw new Error(result.kind);
      return result.credential;
    };

    it('gives out the token of the identity and host that were asked for', async () => {
      const { identityId, host } = world.ask;
      const credential = await ready(world.ask);
      expect(credential).toMatchObject({ identityId, host });
      expect(credential.token).not.toBe('');
    });

    it('never gives one ask the token of another', async () => {
      const one = await ready(world.ask);
      const other = await ready(world.otherAsk);
      expect(one.token).not.toBe(other.token);
    });

    it.each([
      ['identity', { identityId: 'nobody-configured-this' }],
      ['host', { host: 'elsewhere.example' }],
    ])('has no token for an unknown %s', async (_, unknown) => {
      const result = await world.credentials.credential({
        ...world.ask,
        ...unknown,
      });
      expect(result).toEqual({ kind: 'missing' });
    });

    it('says invalid after a refusal, and leaves others untouched', async () => {
      const { credentials, ask, otherAsk } = world;
      await credentials.refused(ask, await ready(ask));
      expect(await credentials.credential(ask)).toEqual({ kind: 'invalid' });
      expect((await credentials.credential(otherAsk)).kind).toBe('ready');
    });

    if (renew) {
      it('gives out a renewed token, which a late refusal of the old one does not condemn', async () => {
        const { credentials, ask } = world;
        const old = await ready(ask);
        await credentials.refused(ask, old);
        await renew(world, ask);
        expect((await ready(ask)).token).not.toBe(old.token);
        await credentials.refused(ask, old);
        expect((await ready(ask)).token).not.toBe(old.token);
      });
    }

    if (expire) {
      it('says expired when the token has come to its end', async () => {
        await expire(world, world.ask);
        const result = await world.credentials.credential(world.ask);
        expect(result).toEqual({ kind: 'expired' });
      });
    }
  });
}
