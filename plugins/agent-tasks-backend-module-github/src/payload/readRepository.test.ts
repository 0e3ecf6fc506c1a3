import { readAccess, readRepository } from './readRepository';

const repository = {
  id: 724000037,
  full_name: 'Acme/Payments-API',
  html_url: 'https://github.com/Acme/Payments-API',
  default_branch: 'main',
  archived: true,
  created_at: '2026-11-20T09:00:00Z',
};

describe('readRepository', () => {
  it('reads a repository, its slug in lower case', () => {
    expect(readRepository(repository, 'github.com')).toEqual({
      id: '724000037',
      host: 'github.com',
      slug: 'acme/payments-api',
      url: 'https://github.com/Acme/Payments-API',
      defaultBranch: 'main',
      archived: true,
      createdAt: Date.parse('2026-11-20T09:00:00Z'),
    });
  });

  it.each(['id', 'full_name', 'html_url', 'default_branch'])(
    'makes nothing of one without %s',
    field => {
      const partial = { ...repository, [field]: undefined };
      expect(readRepository(partial, 'github.com')).toBeUndefined();
    },
  );
});

describe('readAccess', () => {
  it.each([
    ['admin', 'admin'],
    ['write', 'write'],
    ['read', 'read'],
    ['none', 'none'],
  ])('%s', (permission, access) => {
    expect(readAccess({ permission })).toBe(access);
  });

  it.each([undefined, {}, { permission: 'owner' }, { permission: 'toString' }])(
    'calls %j no answer, and not none',
    body => {
      expect(readAccess(body)).toBeUndefined();
    },
  );
});
