/**
 * What a webhook said, reduced to where to look. A hint triggers a read; it is never a fact.
 *
 * @public
 */
export interface ProviderHint {
  /** Id of the provider that speaks. */
  provider: string;
  /** Host with port, lower case: repository ids repeat between hosts. */
  host: string;
  repositoryId: string;
  /** Database id of a pull request. */
  pullRequestId?: string;
  branch?: string;
}

/** @public */
export interface ProviderHintSink {
  hint(hint: ProviderHint): void;
}
