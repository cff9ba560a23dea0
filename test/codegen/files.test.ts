import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateConfig } from '../../generated/files/validate-config.ts';
import type { FileFault } from '../../generated/model.ts';

const folder = resolve(import.meta.dirname, '../../generated/files');

describe('validators of files', () => {
  it('name the place by a JSON path and say what to do', () => {
    const config = {
      sites: [
        { id: 1, urls: ['http://a.b/'] },
        { id: 0, urls: [], colour: 'red' },
      ],
      tokens: [{ role: 'king' }],
    };
    expect(validateConfig(config)).toEqual(
      expect.arrayContaining<FileFault>([
        { path: '$.sites[1].id', message: 'must be >= 1' },
        { path: '$.sites[1]', message: 'has the unknown field "colour": remove it or correct its name' },
        { path: '$.tokens[0]', message: 'lacks the field "token"' },
        { path: '$.tokens[0].role', message: expect.stringMatching(/^must be one of "superuser", /) },
      ]),
    );
  });

  it('accept an empty config, and no text', () => {
    expect(validateConfig({})).toEqual([]);
    expect(validateConfig('')).toEqual([{ path: '$', message: 'must be object' }]);
  });

  it.each(readdirSync(folder).filter((file) => file.startsWith('validate-')))('%s refuses a number', async (file) => {
    const [validate] = Object.values<(value: unknown) => FileFault[]>(await import(`${folder}/${file}`));
    expect(validate?.(42)).not.toEqual([]);
  });
});
