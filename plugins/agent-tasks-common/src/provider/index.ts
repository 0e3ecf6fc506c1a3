export * from './ProviderPullRequest';
export * from './ProviderRepository';
export * from './ProviderTask';
export * from './StartVerdict';
