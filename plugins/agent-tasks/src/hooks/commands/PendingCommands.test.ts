import { PendingCommands, UNDO_MS } from './PendingCommands';

describe('a command that may be taken back', () => {
  let pending: PendingCommands;
  let done: string[];
  const doing = (what: string) => () => {
    done.push(what);
  };

  beforeEach(() => {
    jest.useFakeTimers();
    pending = new PendingCommands();
    done = [];
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('is done once, after ten seconds', () => {
    pending.add('t1', 'approve', doing('approve t1'));
    jest.advanceTimersByTime(UNDO_MS - 1);
    expect(done).toEqual([]);
    jest.advanceTimersByTime(UNDO_MS);
    expect(done).toEqual(['approve t1']);
    expect(pending.list()).toEqual([]);
  });

  it('is never done once it was taken back', () => {
    pending.add('t1', 'approve', doing('approve t1'));
    pending.undo('t1');
    pending.undo('t1');
    jest.advanceTimersByTime(UNDO_MS);
    expect(done).toEqual([]);
  });

  it('is done at once when another follows it for the same task', () => {
    pending.add('t1', 'answer', doing('answer t1'));
    pending.add('t1', 'approve', doing('approve t1'));
    expect(done).toEqual(['answer t1']);
    expect(pending.list()).toMatchObject([{ command: 'approve' }]);
  });

  it('is done at once when the page is about to go', () => {
    pending.add('t1', 'approve', doing('approve t1'));
    pending.add('t2', 'approve', doing('approve t2'));
    pending.flush();
    jest.advanceTimersByTime(UNDO_MS);
    expect(done).toEqual(['approve t1', 'approve t2']);
  });

  it('tells who listens of every change, and keeps its list between them', () => {
    let told = 0;
    const unsubscribe = pending.subscribe(() => {
      told += 1;
    });
    pending.add('t1', 'approve', doing('approve t1'));
    expect(pending.list()).toBe(pending.list());
    pending.undo('t1');
    unsubscribe();
    pending.add('t1', 'approve', doing('approve t1'));
    expect(told).toBe(2);
  });
});
