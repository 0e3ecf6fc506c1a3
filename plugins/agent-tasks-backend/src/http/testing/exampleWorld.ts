import { Entity } from '@backstage/catalog-model';
import { component, group, user } from '../../outside/testing/exampleCatalog';
import { template } from '../../outside/testing/exampleTemplate';

const payments = ['group:default/payments'];

/** Ana and Bo own the services, Emre is an operator, Chidi is in another team. */
export const exampleWorld: Entity[] = [
  user('ana', ['payments']),
  user('bo', ['payments']),
  user('chidi', ['storefront']),
  user('emre', ['platform']),
  group('payments', { members: ['ana', 'bo'] }),
  group('storefront', { members: ['chidi'] }),
  group('platform', { members: ['emre'] }),
  component('payments-api', { owners: payments, title: 'Payments API' }),
  component('vault', { owners: payments }),
  component('secret-store', { owners: payments }),
  component('tight', { owners: payments }),
  component('full', { owners: payments }),
  component('frozen', { owners: payments }),
  component('released', { owners: payments }),
  component('foreign', { owners: payments, slug: 'elsewhere/foreign' }),
  component('library', { type: 'library', owners: payments }),
  component('nowhere', { slug: null, owners: payments }),
  template(),
  template({ lifecycle: 'retired' }, { name: 'retired' }),
  template({}, { name: 'untrusted', location: 'url:https://github.com/x/y' }),
  template({}, { name: 'changed' }),
  template(
    {
      parameters: {
        type: 'object',
        properties: { text: { type: 'string' } },
      },
      prompt: '{{ parameters.text }}',
      version: '1.0.0',
    },
    { name: 'free-text' },
  ),
];
