import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { decodeWire } from '../../codegen/facts/examples.ts';
import { editions } from './editions.ts';

describe.each(editions)('validator of $name', ({ facts, folder, validateRequest }) => {
  const required = Object.values(facts.parameters)
    .filter(({ level }) => level === 'required')
    .map(({ name, examples }) => [name, decodeWire(examples[0]?.wire ?? '') ?? '']);
  const least: Record<string, string> = Object.fromEntries(required);

  it('accepts a request of required parameters only', () => {
    expect(validateRequest(least)).toEqual([]);
  });

  it('accepts every example of the spec', () => {
    const refused = Object.values(facts.parameters).flatMap(({ name, examples }) =>
      examples.flatMap(({ wire }) => validateRequest({ ...least, [name]: decodeWire(wire) ?? '' })),
    );
    expect(refused).toEqual([]);
  });

  it('names each required parameter that is missing', () => {
    const violations = validateRequest({});
    expect(violations.map(({ parameter, keyword }) => [parameter, keyword])).toEqual(
      required.map(([name]) => [name, 'required']),
    );
  });

  it('accepts names the documents do not know', () => {
    expect(validateRequest({ ...least, 'no/such~name': 'x', toString: 'y' })).toEqual([]);
  });

  it('names a parameter whose value is malformed', () => {
    const closed = Object.values(facts.parameters).filter(({ wireForm }) =>
      ['integer', 'flag', 'dimensions'].includes(wireForm),
    );
    expect(closed.length).toBeGreaterThan(5);
    for (const { name } of closed) {
      const [violation] = validateRequest({ ...least, [name]: 'no such form' });
      expect(violation?.parameter).toBe(name);
      expect(violation?.message).toMatch(/^must /);
    }
  });

  it.each(['validate.ts', 'client.ts'])('%s needs no other module', async (file) => {
    const { metafile } = await build({
      entryPoints: [`${folder}/${file}`],
      bundle: true,
      write: false,
      metafile: true,
    });
    expect(Object.keys(metafile.inputs)).toHaveLength(1);
  });

  it('client.ts leaves out of a bundle what a page does not call', async () => {
    const contents = `export { query } from '${folder}/client.ts'`;
    const stdin = { contents, resolveDir: folder, loader: 'ts' } as const;
    const [bundle] = (await build({ stdin, bundle: true, write: false, platform: 'browser', format: 'esm' }))
      .outputFiles;
    expect(bundle?.text).toContain('encodeURIComponent');
    expect(bundle?.text).not.toContain('fetch');
  });
});
