/** Any way to zod ends the test: with it, a browser would load it before the first page. */
function forbidZod() {
  for (const name of ['zod', 'zod/v3', 'zod/v4']) {
    jest.doMock(name, () => {
      throw new Error('zod was loaded');
    });
  }
}

describe('the main entry', () => {
  beforeEach(() => {
    jest.resetModules();
    forbidZod();
  });

  it('loads without zod', () => {
    expect(require('./index')).toHaveProperty('AgentTasksClient');
  });

  it('leaves the schemas, which need it, to their own entry', () => {
    expect(() => require('./schemas')).toThrow('zod was loaded');
  });
});
