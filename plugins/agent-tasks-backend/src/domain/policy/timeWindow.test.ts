import { TimeWindow, windowAt } from './timeWindow';

const office: TimeWindow = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  from: '07:00',
  to: '19:00',
  timezone: 'Europe/Berlin',
};

const at = (iso: string) => Date.parse(iso);

describe('windowAt', () => {
  it.each([
    ['no windows', [], '2026-11-22T03:00:00Z', null],
    ['Friday noon', [office], '2026-11-20T11:00:00Z', null],
    ['the minute it opens', [office], '2026-11-20T06:00:00Z', null],
    [
      'the minute before',
      [office],
      '2026-11-20T05:59:30Z',
      '2026-11-20T06:00:00Z',
    ],
    [
      'the minute it closes',
      [office],
      '2026-11-20T18:00:00Z',
      '2026-11-23T06:00:00Z',
    ],
    ['Saturday', [office], '2026-11-21T12:00:00Z', '2026-11-23T06:00:00Z'],
    [
      'a weekend with the end of summer time',
      [office],
      '2026-10-24T12:00:00Z',
      '2026-10-26T06:00:00Z',
    ],
    [
      'a weekend with its beginning',
      [office],
      '2026-03-28T12:00:00Z',
      '2026-03-30T05:00:00Z',
    ],
    [
      'the nearest of two',
      [office, { ...office, days: ['sun'] }],
      '2026-11-21T12:00:00Z',
      '2026-11-22T06:00:00Z',
    ],
  ] as [string, TimeWindow[], string, string | null][])(
    '%s',
    (_name, windows, now, opensAt) => {
      expect(windowAt(windows, at(now))).toEqual(
        opensAt === null
          ? { isOpen: true }
          : { isOpen: false, opensAt: at(opensAt) },
      );
    },
  );

  const night: TimeWindow = {
    ...office,
    days: ['fri'],
    from: '22:00',
    to: '04:00',
    timezone: 'UTC',
  };

  it.each([
    ['2026-11-20T23:00:00Z', true],
    ['2026-11-21T03:59:00Z', true],
    ['2026-11-21T04:00:00Z', false],
    ['2026-11-20T03:00:00Z', false],
  ])('a window past midnight at %s: %p', (now, isOpen) => {
    expect(windowAt([night], at(now)).isOpen).toBe(isOpen);
  });

  it('a whole day lasts to its end', () => {
    const day: TimeWindow = {
      ...office,
      days: ['sat'],
      from: '00:00',
      to: '24:00',
      timezone: 'UTC',
    };
    expect(windowAt([day], at('2026-11-21T23:59:00Z')).isOpen).toBe(true);
    expect(windowAt([day], at('2026-11-22T00:00:00Z')).isOpen).toBe(false);
  });
});
