import { isDatabaseOutage } from './isDatabaseOutage';

function coded(code: string): Error {
  return Object.assign(new Error('it failed'), { code });
}

it.each([
  coded('ECONNREFUSED'),
  coded('57P01'),
  coded('SQLITE_BUSY'),
  Object.assign(new Error('Knex: Timeout'), { name: 'KnexTimeoutError' }),
  new Error('Unable to acquire a connection'),
  new Error('Connection terminated unexpectedly'),
  new Error('select 1 - Connection terminated unexpectedly'),
  new Error(
    'BEGIN; - Client has encountered a connection error and is not queryable',
  ),
])('takes %s for a database that is away', error => {
  expect(isDatabaseOutage(error)).toBe(true);
});

it.each([
  new Error('Connection terminated unexpectedly, says the prompt'),
  Object.assign(new Error('insert … - Connection terminated'), {
    code: '23505',
  }),
  new TypeError('task is undefined'),
  'Connection terminated',
  undefined,
])('takes %s for a fault of ours', error => {
  expect(isDatabaseOutage(error)).toBe(false);
});
