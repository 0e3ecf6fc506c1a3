import { NOON, payments } from '../testing/exampleData';
import { Freeze, freezeOver } from './freeze';

const subject = {
  organization: 'acme',
  repositorySlug: 'acme/payments-api',
  owners: [payments],
  templateRef: 'agenttasktemplate:default/bump',
  policyId: 'services',
};

const freeze = (
  scope: Freeze['scope'],
  until: number | null = null,
): Freeze => ({
  id: `f-${until}`,
  scope,
  reason: 'incident',
  by: 'user:default/bo',
  since: NOON,
  until,
  refuse: false,
});

describe('freezeOver', () => {
  it.each([
    ['all', undefined, true],
    ['organization', 'acme', true],
    ['organization', 'other', false],
    ['repository', 'acme/payments-api', true],
    ['repository', 'acme/other', false],
    ['owner', payments, true],
    ['owner', 'group:default/other', false],
    ['template', 'agenttasktemplate:default/bump', true],
    ['template', 'agenttasktemplate:default/other', false],
    ['policy', 'services', true],
    ['policy', 'other', false],
  ] as const)('a freeze of %s %s: %p', (kind, ref, covers) => {
    const found = freezeOver(
      subject,
      [freeze({ kind, ...(ref ? { ref } : {}) })],
      NOON,
    );
    expect(found !== null).toBe(covers);
  });

  it('a freeze of one template does not cover a prompt of one’s own', () => {
    const of = { ...subject, templateRef: null };
    expect(freezeOver(of, [freeze({ kind: 'template' })], NOON)).toBeNull();
  });

  it('is over at its end', () => {
    const short = freeze({ kind: 'all' }, NOON + 1);
    expect(freezeOver(subject, [short], NOON)).toBe(short);
    expect(freezeOver(subject, [short], NOON + 1)).toBeNull();
  });

  it('names the one that stands longest', () => {
    const [short, open] = [
      freeze({ kind: 'all' }, NOON + 9),
      freeze({ kind: 'all' }),
    ];
    expect(freezeOver(subject, [short, open], NOON)).toBe(open);
    expect(freezeOver(subject, [open, short], NOON)).toBe(open);
  });

  it('an order in words we do not know freezes', () => {
    const strange = freeze({ kind: 'galaxy' as 'all' });
    expect(freezeOver(subject, [strange], NOON)).toBe(strange);
  });
});
