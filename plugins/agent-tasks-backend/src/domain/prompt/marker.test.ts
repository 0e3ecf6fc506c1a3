import {
  isSameMarker,
  MARKER_PLACEHOLDER,
  markerMessage,
  markerOf,
  markersIn,
} from './marker';

describe('the marker', () => {
  it('has the form at1_<task id>_<8 base32>', () => {
    // RFC 4648, section 10: "fooba" is MZXW6YTB.
    expect(markerOf('t1', new TextEncoder().encode('foobar'))).toBe(
      'at1_t1_mzxw6ytb',
    );
  });

  it('signs installation, task and repository without mixing them', () => {
    expect(markerMessage('a', 'bc', 'd')).not.toBe(
      markerMessage('ab', 'c', 'd'),
    );
  });

  it.each([
    ['Portal-Task-Ref: at1_t1_mzxw6ytb', 1],
    ['text\r\nPortal-Task-Ref: at1_t1_mzxw6ytb\r\n', 1],
    ['see Portal-Task-Ref: at1_t1_mzxw6ytb', 0],
    ['Portal-Task-Ref: at1_t1_mzxw6yt', 0],
    ['Portal-Task-Ref: at1_t1_mzxw6yt1', 0],
    ['Portal-Task-Ref: at2_t1_mzxw6ytb', 0],
    [MARKER_PLACEHOLDER, 0],
  ])('%j holds %p', (text, count) => {
    expect(markersIn(text)).toHaveLength(count);
  });

  it('compares whole markers', () => {
    expect(isSameMarker('at1_a', 'at1_a')).toBe(true);
    expect(isSameMarker('at1_a', 'at1_b')).toBe(false);
    expect(isSameMarker('at1_a', 'at1_ab')).toBe(false);
    expect(isSameMarker('at1_ab', 'at1_a')).toBe(false);
  });
});
