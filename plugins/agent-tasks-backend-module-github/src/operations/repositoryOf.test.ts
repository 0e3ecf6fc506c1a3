import { Entity } from '@backstage/catalog-model';
import { GitHubHosts } from '../client/GitHubHosts';
import { repositoryOf } from './repositoryOf';

const hosts = new GitHubHosts([
  { host: 'github.com', apiBaseUrl: 'https://api.github.com' },
  { host: 'GHE.acme.example' },
  { host: 'localhost:7099', apiBaseUrl: 'http://localhost:7099/api/v3' },
]);

function entity(annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payments-api', annotations },
  };
}

const SLUG = 'github.com/project-slug';
const SOURCE = 'backstage.io/source-location';
const DESCRIPTOR = 'backstage.io/managed-by-location';

describe('repositoryOf', () => {
  it('takes the slug on github.com, in lower case', () => {
    const found = repositoryOf(entity({ [SLUG]: 'Acme/Payments-API' }), hosts);
    expect(found).toEqual({ host: 'github.com', slug: 'acme/payments-api' });
  });

  it.each([
    [
      'url:https://ghe.acme.example/acme/payments-api/tree/main/',
      'ghe.acme.example',
    ],
    ['url:http://localhost:7099/acme/payments-api/', 'localhost:7099'],
    ['url:https://github.com/acme/payments-api/', 'github.com'],
  ])('takes the host of the source location %s', (source, host) => {
    const annotations = { [SLUG]: 'acme/payments-api', [SOURCE]: source };
    expect(repositoryOf(entity(annotations), hosts)?.host).toBe(host);
  });

  it('has no namesake on github.com for a source on a host nobody configured', () => {
    const annotations = {
      [SLUG]: 'acme/payments-api',
      [SOURCE]: 'url:https://git.elsewhere.example/acme/payments-api/',
    };
    expect(repositoryOf(entity(annotations), hosts)).toBeUndefined();
  });

  it('goes by the descriptor where no source is named', () => {
    const annotations = {
      [SLUG]: 'acme/payments-api',
      [DESCRIPTOR]:
        'url:http://localhost:7099/acme/payments-api/blob/main/catalog-info.yaml',
    };
    expect(repositoryOf(entity(annotations), hosts)?.host).toBe(
      'localhost:7099',
    );
  });

  it.each([
    'file:/examples/entities.yaml',
    'url:https://git.elsewhere.example/all.yaml',
  ])('takes github.com for a descriptor in a central place: %s', descriptor => {
    const annotations = {
      [SLUG]: 'acme/payments-api',
      [DESCRIPTOR]: descriptor,
    };
    expect(repositoryOf(entity(annotations), hosts)?.host).toBe('github.com');
  });

  it.each([
    '',
    'payments-api',
    'acme/payments/api',
    'acme/../secrets',
    'a b/c',
  ])('makes nothing of the slug "%s"', slug => {
    expect(repositoryOf(entity({ [SLUG]: slug }), hosts)).toBeUndefined();
  });

  it('finds nothing without the annotation', () => {
    expect(repositoryOf(entity({}), hosts)).toBeUndefined();
  });
});
