import { describe, expect, it } from 'vitest';
import { linesOf, longestLine } from '../../../../conformance/client/inputs/lines.ts';
import { readNdjson } from '../../../../conformance/client/inputs/ndjson.ts';
import { RecordingError } from '../../../../conformance/client/recorded.ts';
import { all, chunks, sizes } from './chunks.ts';

describe('lines', () => {
  it.each(sizes)('are split at line feeds only, in chunks of %i bytes', async (size) => {
    const lines = ['a', '', 'ü日本', 'x\u2028y', 'last'];
    expect(await all(linesOf(chunks(lines.join('\n'), size)))).toEqual(lines);
    expect(await all(linesOf(chunks('a\nb\n', size)))).toEqual(['a', 'b']);
  });

  it('are refused when one does not end', async () => {
    async function* endless(): AsyncGenerator<Buffer> {
      const chunk = Buffer.alloc(1 << 20, 'x');
      yield Buffer.from('first\n');
      while (true) yield chunk;
    }
    await expect(all(linesOf(endless()))).rejects.toThrow(`line 2 is longer than ${longestLine} bytes`);
  });
});

describe('NDJSON', () => {
  it.each(sizes)('is read in chunks of %i bytes', async (size) => {
    const text = '\uFEFF{"path":"/i","query":"e=pv"}\r\n\n{"path":"/j","body":"x\u2028y"}';
    const requests = await all(readNdjson(chunks(text, size)));
    expect(requests.map(({ path }) => path)).toEqual(['/i', '/j']);
    expect(new TextDecoder().decode(requests[1]?.body)).toBe('x\u2028y');
  });

  it('names the line that is none, blank lines counted', async () => {
    const reading = all(readNdjson(chunks('{"path":"/i"}\n\n\nnot json\n', 5)));
    await expect(reading).rejects.toThrow(RecordingError);
    await expect(all(readNdjson(chunks('{"path":"/i"}\n\n\nnot json\n', 5)))).rejects.toThrow('line 4 is no JSON');
  });
});
