import { checkChain } from '../../domain/record/chainMessage';
import { RecordSeal } from '../../store/RecordSeal';
import { HmacRecordSeal } from './HmacRecordSeal';
import { InstallationMarkers } from './InstallationMarkers';
import { KeyedBoundaries } from './KeyedBoundaries';

const here = async () => '2f1d5a0e-0000-4000-8000-000000000001';
const elsewhere = async () => '2f1d5a0e-0000-4000-8000-000000000002';
const taskId = '7f3a2b1c-0000-4000-8000-00000000000a';

describe('markers', () => {
  const markers = new InstallationMarkers(here);

  it('are the same for the same task for ever', async () => {
    const marker = await markers.marker(taskId, '77');
    expect(marker).toMatch(new RegExp(`^at1_${taskId}_[a-z2-7]{8}$`));
    expect(await new InstallationMarkers(here).marker(taskId, '77')).toBe(
      marker,
    );
  });

  it.each([
    ['another repository', here, taskId, '78'],
    ['another task', here, `${taskId}b`, '77'],
    ['another installation', elsewhere, taskId, '77'],
  ])('differ for %s', async (_name, installation, task, repository) => {
    const codeOf = (marker: string) => marker.split('_')[2];
    const marker = await markers.marker(taskId, '77');
    const other = await new InstallationMarkers(installation).marker(
      task,
      repository,
    );
    expect(codeOf(other)).not.toBe(codeOf(marker));
  });
});

describe('boundaries', () => {
  const boundaries = new KeyedBoundaries(here);

  it('are the same for the same content, and only here', async () => {
    const boundary = await boundaries.boundary('content');
    expect(boundary).toMatch(/^[0-9a-f]{16}$/);
    expect(await boundaries.boundary('content')).toBe(boundary);
    const others = new KeyedBoundaries(elsewhere);
    expect(await others.boundary('content')).not.toBe(boundary);
  });

  it('change with the content that quotes them', async () => {
    const seen = await boundaries.boundary('content');
    expect(await boundaries.boundary(`content ${seen}`)).not.toBe(seen);
  });
});

describe('the seal of a record', () => {
  const secret = 'k'.repeat(32);
  const seal: RecordSeal & HmacRecordSeal = new HmacRecordSeal([secret]);

  function chainOf(with_: HmacRecordSeal, payloads: string[]) {
    let previous: string | null = null;
    return payloads.map((payload, index) => {
      const seq = index + 1;
      const line = with_.seal({ taskId, seq, previous, payload });
      previous = line.mac;
      return { seq, payload, ...line };
    });
  }

  const check = (
    by: HmacRecordSeal,
    links: ReturnType<typeof chainOf>,
    of = taskId,
  ) =>
    checkChain(
      links,
      { count: links.length, head: links[links.length - 1].mac },
      message => by.macsOf(of, message)[0],
    );

  it('holds over a chain, and fits the columns it is kept in', () => {
    const chain = chainOf(seal, ['a', 'b', 'c']);
    expect(check(seal, chain).intact).toBe(true);
    expect(chain[0].mac).toHaveLength(64);
    expect(chain[0].salt).toHaveLength(32);
  });

  it('breaks under another key, and for another task', () => {
    const chain = chainOf(seal, ['a', 'b']);
    const other = new HmacRecordSeal(['o'.repeat(32)]);
    expect(check(other, chain).intact).toBe(false);
    expect(check(seal, chain, 'another task').intact).toBe(false);
  });

  it('binds the payload, and hides it when it is erased', () => {
    const [line, same] = [
      seal.seal({ taskId, seq: 1, previous: null, payload: 'yes' }),
      seal.seal({ taskId, seq: 1, previous: null, payload: 'yes' }),
    ];
    expect(seal.payloadDigest(line.salt, 'yes')).toBe(line.payloadDigest);
    expect(seal.payloadDigest(line.salt, 'no')).not.toBe(line.payloadDigest);
    expect(same.payloadDigest).not.toBe(line.payloadDigest);
  });

  it('still knows a line that was sealed before the key was changed', () => {
    const rotated = new HmacRecordSeal(['n'.repeat(32), secret]);
    expect(rotated.macsOf(taskId, 'message')[1]).toBe(
      seal.macsOf(taskId, 'message')[0],
    );
  });

  it('does not work without a key', () => {
    expect(() => new HmacRecordSeal([])).toThrow('needs a key');
  });
});
