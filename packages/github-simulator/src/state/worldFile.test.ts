import { smallWorld } from '../testing/openSimulator';
import { parseWorldFile, readWorldFile } from './worldFile';

const fault = (change: object) => () =>
  parseWorldFile({ ...smallWorld, ...change }, 'world.json');

describe('the world file', () => {
  it('is taken as it is when it is right', () => {
    expect(parseWorldFile(smallWorld, 'world.json')).toBe(smallWorld);
  });

  it.each([
    ['a missing list', { accounts: undefined }, "required property 'accounts'"],
    [
      'a wrong permission',
      {
        repositories: [
          { owner: 'acme', name: 'x', collaborators: { ana: 'boss' } },
        ],
      },
      '/repositories/0/collaborators/ana',
    ],
    [
      'a misspelt field',
      { accounts: [{ login: 'ana', sit: true }] },
      '/accounts/0',
    ],
    [
      'an owner nobody knows',
      { repositories: [{ owner: 'nobody', name: 'x' }] },
      'nobody is called "nobody"',
    ],
    [
      'a collaborator nobody knows',
      {
        repositories: [
          { owner: 'acme', name: 'x', collaborators: { zoe: 'read' } },
        ],
      },
      'no account "zoe"',
    ],
    [
      'a repository given twice',
      {
        repositories: [
          { owner: 'acme', name: 'x' },
          { owner: 'acme', name: 'X' },
        ],
      },
      'given twice',
    ],
    [
      'a login given twice',
      { organizations: ['acme', 'ana'] },
      '"ana" is given twice',
    ],
    [
      'a shared token',
      {
        accounts: [
          { login: 'ana', tokens: ['t'] },
          { login: 'bo', tokens: ['t'] },
        ],
        repositories: [],
      },
      'share one token',
    ],
    [
      'a date that is none',
      {
        accounts: [
          { login: 'ana', tokens: [{ token: 't', expiresAt: 'soon' }] },
        ],
        repositories: [],
      },
      '"soon" is not a date',
    ],
  ])('is refused for %s', (_, change, message) => {
    expect(fault(change)).toThrow(message);
    expect(fault(change)).toThrow('world.json is not a world');
  });

  it('is refused if it cannot be read, with its name', () => {
    expect(() => readWorldFile('/nowhere/world.json')).toThrow(
      '/nowhere/world.json',
    );
  });
});
