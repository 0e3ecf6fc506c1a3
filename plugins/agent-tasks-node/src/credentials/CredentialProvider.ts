/**
 * Whose token acts. Handed to the provider for the length of one call; never stored, never logged.
 *
 * @public
 */
export interface ProviderCredential {
  /** Id of the identity in the configuration; names the credential in logs. */
  identityId: string;
  /** Host the token is for, with port, lower case. */
  host: string;
  token: string;
  /** Id of the portal's task that a call is for; a provider's log lines name it as `taskId`. */
  forTask?: string;
}

/**
 * Which token an identity has for a person. Absent people have `userEntityRef` undefined.
 *
 * @public
 */
export interface CredentialAsk {
  identityId: string;
  host: string;
  userEntityRef?: string;
}

/**
 * `missing`: nobody connected yet. `expired`: there was one. `invalid`: the provider refused it.
 * Each means that the task is held and a person is asked; never a switch to another identity.
 *
 * @public
 */
export type CredentialResult =
  | { kind: 'ready'; credential: ProviderCredential; expiresAt?: number }
  | { kind: 'missing' | 'expired' | 'invalid' };

/**
 * Gives out tokens: shared ones from configuration, later people's own and app tokens.
 *
 * @public
 */
export interface CredentialProvider {
  credential(ask: CredentialAsk): Promise<CredentialResult>;
  /**
   * Told when the provider answered 401, so that the next ask says `invalid`. Names the credential
   * that was refused: a late answer must not condemn the token that has replaced it meanwhile.
   */
  refused(ask: CredentialAsk, credential: ProviderCredential): Promise<void>;
}
