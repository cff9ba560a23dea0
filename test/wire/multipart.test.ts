import { describe, expect, it } from 'vitest';
import { multipartPairs } from '../../wire/multipart.ts';

const type = 'multipart/form-data; boundary=B';
const part = (head: string, value: string) => `--B\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
const read = (text: string, contentType = type) => multipartPairs(contentType, Buffer.from(text));

describe('multipartPairs', () => {
  it('reads fields in their order, with line breaks and text beyond ASCII', () => {
    const body = `${part('name="idsite"', '1')}${part('name="url"', 'http://a/é\r\n--C')}--B--\r\n`;
    expect(read(body)?.map(({ name, value }) => [name, value])).toEqual([
      ['idsite', '1'],
      ['url', 'http://a/é\r\n--C'],
    ]);
  });

  it('leaves out files, and parts without a name', () => {
    const body = `${part('name="f"; filename="x"', 'no')}${part('size=1', 'no')}${part('name="a"', '')}--B--`;
    expect(read(body)).toEqual([{ name: 'a', value: '', assigned: true, wellFormed: true }]);
  });

  it.each(['', '--B', 'a=1', '--B\r\n\r\n--B--'])('finds nothing in %j', (body) => {
    expect(read(body)).toEqual([]);
  });

  it.each(['application/json', 'multipart/form-data', 'multipart/mixed; boundary=B'])('is not for %s', (other) => {
    expect(read('--B--', other)).toBeUndefined();
  });
});
