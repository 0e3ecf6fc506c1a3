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

  /*
   * Berlin goes from 02:00 to 03:00 on 2026-03-29 at 01:00 UTC, and from 03:00 back to 02:00 on
   * 2026-10-25 at 01:00 UTC. A window follows the clock on the wall.
   */
  const sunday: TimeWindow = {
    ...office,
    days: ['sun'],
    from: '02:30',
    to: '04:00',
  };

  it.each([
    [
      'begins with the hour that follows',
      '2026-03-29T00:59:00Z',
      '2026-03-29T01:00:00Z',
    ],
    ['is open after the gap', '2026-03-29T01:00:00Z', null],
    ['ends by the wall', '2026-03-29T01:59:00Z', null],
    [
      'is over, an hour early by UTC',
      '2026-03-29T02:00:00Z',
      '2026-04-05T00:30:00Z',
    ],
    ['the night before', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z'],
  ] as [string, string, string | null][])(
    'a window that begins in the hour that is left out %s',
    (_name, now, opensAt) => {
      expect(windowAt([sunday], at(now))).toEqual(
        opensAt === null
          ? { isOpen: true }
          : { isOpen: false, opensAt: at(opensAt) },
      );
    },
  );

  it.each([
    ['opens the first time', '2026-10-25T00:29:00Z', '2026-10-25T00:30:00Z'],
    ['is open the first time', '2026-10-25T00:45:00Z', null],
    [
      'is shut as the clock goes back',
      '2026-10-25T01:15:00Z',
      '2026-10-25T01:30:00Z',
    ],
    ['is open the second time', '2026-10-25T01:30:00Z', null],
    ['lasts to its end', '2026-10-25T02:59:00Z', null],
    ['the night before', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00Z'],
  ] as [string, string, string | null][])(
    'a window that begins in the hour that comes twice %s',
    (_name, now, opensAt) => {
      expect(windowAt([sunday], at(now))).toEqual(
        opensAt === null
          ? { isOpen: true }
          : { isOpen: false, opensAt: at(opensAt) },
      );
    },
  );

  it('opens when it says, whatever the minute and zone it is asked from', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
    ];
    for (const timezone of zones) {
      for (let day = 0; day < 370; day++) {
        const now = at('2026-01-01T05:17:30Z') + day * 24 * 3_600_000;
        const state = windowAt([{ ...office, timezone }], now);
        if (state.isOpen) continue;
        const opensAt = state.opensAt ?? 0;
        const before = windowAt([{ ...office, timezone }], opensAt - 60_000);
        const then = windowAt([{ ...office, timezone }], opensAt);
        expect([timezone, day, before.isOpen, then.isOpen]).toEqual([
          timezone,
          day,
          false,
          true,
        ]);
      }
    }
  });
});
