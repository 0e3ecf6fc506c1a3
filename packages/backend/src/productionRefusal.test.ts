import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { productionRefusal } from './productionRefusal';

function refusal(data: JsonObject, nodeEnv = 'production') {
  return productionRefusal(new ConfigReader(data), nodeEnv);
}

const enterprise = {
  host: 'ghe.example.net',
  apiBaseUrl: 'https://ghe.example.net/api/v3',
  rawBaseUrl: 'https://ghe.example.net/raw',
};

describe('productionRefusal', () => {
  it.each([
    ['nothing configured', {}],
    ['github.com', { integrations: { github: [{ host: 'github.com' }] } }],
    ['an enterprise GitHub', { integrations: { github: [enterprise] } }],
    [
      'sign-in through an enterprise GitHub',
      {
        auth: {
          providers: {
            github: {
              production: { enterpriseInstanceUrl: 'https://ghe.example.net' },
            },
          },
        },
      },
    ],
  ])('lets production start with %s', (_, data) => {
    expect(refusal(data)).toBeUndefined();
  });

  it.each([
    ['host', 'localhost:7099'],
    ['host', '127.0.0.1'],
    ['host', '127.1'],
    ['host', '0.0.0.0'],
    ['host', '[::]:7099'],
    ['apiBaseUrl', 'http://ghe.example.net/api/v3'],
    ['apiBaseUrl', 'https://localhost/api/v3'],
    ['apiBaseUrl', 'https://[::1]/api/v3'],
    ['rawBaseUrl', 'http://ghe.example.net/raw'],
    ['rawBaseUrl', 'not an address'],
  ])('refuses %s %s, and says where it stands', (key, address) => {
    const github = [{ host: 'github.com' }, { ...enterprise, [key]: address }];

    expect(refusal({ integrations: { github } })).toContain(
      `integrations.github[1].${key} `,
    );
  });

  it('refuses a GitHub sign-in over http, and says where it stands', () => {
    const production = { enterpriseInstanceUrl: 'http://ghe.example.net' };

    expect(
      refusal({ auth: { providers: { github: { production } } } }),
    ).toContain('auth.providers.github.production.enterpriseInstanceUrl ');
  });

  it('never repeats the address, which may carry a secret', () => {
    const github = [
      { ...enterprise, rawBaseUrl: 'http://me:secret@ghe.example.net' },
    ];

    expect(refusal({ integrations: { github } })).not.toContain('secret');
  });

  it('lets a developer point at a simulator', () => {
    const github = [{ ...enterprise, host: 'localhost:7099' }];

    expect(
      refusal({ integrations: { github } }, 'development'),
    ).toBeUndefined();
  });
});
