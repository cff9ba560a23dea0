import { describe, expect, it } from 'vitest';
import { RecordingError, readRecordedLine } from '../../../conformance/client/recorded.ts';

const read = (entry: unknown) => readRecordedLine(JSON.stringify(entry), 7);

describe('a recorded line', () => {
  it.each([
    ['not json', 'line 7 is no JSON'],
    ['', 'line 7 is no JSON'],
    ['{"method": "GET"', 'line 7 is no JSON'],
    ['[]', 'line 7 is no JSON object'],
    ['null', 'line 7 is no JSON object'],
    ['"text"', 'line 7 is no JSON object'],
    ['17', 'line 7 is no JSON object'],
    ['{"method": 1}', '"method" is a number, expected a string or null'],
    ['{"path": {}}', '"path" is an object, expected a string or null'],
    ['{"query": ["a=1"]}', '"query" is an array, expected a string or null'],
    ['{"body": {"a": 1}}', '"body" is an object, expected a string or null'],
    ['{"bodyBase64": 5}', '"bodyBase64" is a number, expected a string or null'],
    ['{"bodyBase64": "$$"}', '"bodyBase64" is no Base64'],
    ['{"headers": []}', '"headers" is an array, expected an object of names and values'],
    ['{"headers": "x: y"}', '"headers" is a string, expected an object of names and values'],
  ])('%s is refused', (line, message) => {
    const reading = () => readRecordedLine(line, 7);
    expect(reading).toThrow(RecordingError);
    expect(reading).toThrow(message);
    expect(reading).toThrow('line 7');
  });

  it('takes null, absent and empty for the same', () => {
    const none = { method: 'GET', path: '/i', query: '', headers: {}, body: new Uint8Array(0) };
    expect(read({ path: '/i' })).toMatchObject(none);
    expect(read({ path: '/i', method: null, query: null, headers: null, body: null, bodyBase64: null })).toMatchObject(
      none,
    );
    expect(read({ path: '/i', method: '', query: '', headers: {}, body: '', bodyBase64: '' })).toMatchObject(none);
  });

  it('reads bodies as text and as Base64', () => {
    const text = (entry: unknown) => new TextDecoder('latin1').decode(read(entry).body);
    expect(text({ body: 'a=ü' })).toBe('a=Ã¼');
    expect(text({ bodyBase64: 'YT3/' })).toBe('a=ÿ');
  });

  it('ignores other keys, lowers header names and drops the question mark', () => {
    const recorded = read({ path: '/i', query: '?e=pv', headers: { 'User-Agent': 'x', DNT: 1 }, client: {}, seq: 3 });
    expect(recorded).toMatchObject({ query: 'e=pv', headers: { 'user-agent': 'x', dnt: '1' } });
  });

  it('takes a time it cannot read for none', () => {
    expect(read({ time: '2014-01-20T10:00:00Z' }).time).toBe(Date.UTC(2014, 0, 20, 10));
    expect(read({ time: 1390212000000 }).time).toBe(1390212000000);
    expect(read({ time: 'yesterday' }).time).toBeUndefined();
    expect(read({ time: {} }).time).toBeUndefined();
  });
});
