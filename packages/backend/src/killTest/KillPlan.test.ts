import { planKills } from './KillPlan';

const asked = { tasks: 60, kills: 6, seed: 1 };

describe('a plan of kills', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planKills(asked)).toEqual(planKills(asked));
    expect(planKills(asked)).not.toEqual(planKills({ ...asked, seed: 2 }));
  });

  it.each([
    [60, 6],
    [600, 40],
  ])('spoils 8 to 15 % of %i starts, in every way', (tasks, kills) => {
    const { faults } = planKills({ tasks, kills, seed: 3 });
    const share = faults.length / tasks;
    expect(share).toBeGreaterThanOrEqual(0.08);
    expect(share).toBeLessThanOrEqual(0.15);
    expect(new Set(faults.map(({ kind }) => kind)).size).toBe(5);
  });

  it('kills while tasks are asked for, while starts are at GitHub, and in between', () => {
    const { kills } = planKills(asked);
    expect(kills).toHaveLength(6);
    expect(kills.filter(({ after }) => after === 'answers')).toHaveLength(2);
    expect(kills.flatMap(({ holds }) => holds ?? []).sort()).toEqual([
      'slow_after',
      'slow_before',
    ]);
  });

  it('does one thing to one start', () => {
    const { faults, kills } = planKills({ ...asked, tasks: 600, kills: 40 });
    const hit = [
      ...faults.map(({ nth }) => nth),
      ...kills.flatMap(({ holds, count }) => (holds ? [count] : [])),
    ];
    expect(new Set(hit).size).toBe(hit.length);
  });
});
