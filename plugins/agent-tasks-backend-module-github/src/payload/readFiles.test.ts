import { readFiles } from './readFiles';

describe('readFiles', () => {
  it('counts a moved file with both its names', () => {
    const files = [
      { filename: 'src/a.ts', additions: 3, deletions: 1 },
      {
        filename: 'src/c.ts',
        previous_filename: 'secret/b.ts',
        additions: 2,
        deletions: 0,
      },
      { additions: 1 },
    ];
    expect(readFiles(files)).toEqual([
      { path: 'src/a.ts', additions: 3, deletions: 1 },
      { path: 'src/c.ts', additions: 2, deletions: 0 },
      { path: 'secret/b.ts', additions: 0, deletions: 0 },
    ]);
  });

  it('makes no list of anything else', () => {
    expect(readFiles({ message: 'no' })).toBeUndefined();
  });
});
