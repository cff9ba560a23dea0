/** What the generator must refuse of versions, bodies and changes, naming path, fault and remedy. */
import { afterEach, describe, expect, it } from 'vitest';
import { type CopiedSpec, copySpec, problemsOf } from './copied-spec.ts';

const protocol = 'spec/snowplow/protocol.json';
const change = 'spec/snowplow/changes/tp2/dtm.json';

describe('refuses in versions', () => {
  let copy: CopiedSpec;
  afterEach(() => copy.remove());

  function problemsWith(path: string, edit: Parameters<CopiedSpec['edit']>[1]): readonly unknown[] {
    copy = copySpec();
    copy.edit(path, edit);
    return problemsOf(copy.root);
  }

  it('a body that has no file', () => {
    const problems = problemsWith(protocol, (content) => {
      content.versions[1].routes[0].bodies = ['thrift'];
      return content;
    });
    expect(problems).toContainEqual({
      path: protocol,
      fault: 'names the body "thrift", which does not exist',
      remedy: 'Write spec/snowplow/bodies/thrift.json.',
    });
  });

  it('a body whose file has another name, or lacks its answer', () => {
    expect(
      problemsWith('spec/snowplow/bodies/payload-data.json', (content) => ({ ...content, body: 'batch' })),
    ).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ fault: 'holds "batch"', remedy: expect.stringMatching(/batch\.json/) }),
      ]),
    );
    copy.remove();
    expect(problemsWith('spec/snowplow/bodies/payload-data.json', ({ answer, ...content }) => content)).toContainEqual(
      expect.objectContaining({ fault: 'the file lacks the field "answer"' }),
    );
  });

  it('a change of no parameter, under another name, or of an unknown version', () => {
    const problems = problemsWith(change, (content) => ({ ...content, name: 'dtmm', version: 'tp3' }));
    expect(problems).toContainEqual({
      path: change,
      fault: 'changes "dtmm" in the version "tp3"',
      remedy: 'Rename the file to spec/snowplow/changes/tp3/dtmm.json.',
    });
    copy.remove();
    copy = copySpec();
    copy.edit('spec/snowplow/changes/tp2/nothing.json', () => ({
      name: 'nothing',
      version: 'tp2',
      change: { 'x-level': 'optional' },
    }));
    copy.edit('spec/snowplow/changes/tp9/vp.json', () => ({ name: 'vp', version: 'tp9', change: { removed: true } }));
    const faults = problemsOf(copy.root).map(({ fault }) => fault);
    expect(faults).toContain('changes the parameter "nothing", which has no file');
    expect(faults).toContain('names the version "tp9"');
  });

  it('a type of a column that SQL lacks, and a family whose pattern is no whole name', () => {
    const vp = 'spec/snowplow/parameters/web/vp.json';
    const types = { 'x-versions': { tp2: { 'x-column-types': { br_viewwidth: 'int' } } } };
    expect(problemsWith(vp, (content) => ({ ...content, ...types }))).toContainEqual(
      expect.objectContaining({ path: vp, fault: expect.stringMatching(/br_viewwidth must match pattern/) }),
    );
    copy.remove();
    const family = 'spec/piwik/parameters/dimension/dimensionN.json';
    expect(problemsWith(family, (content) => ({ ...content, 'x-names': 'dimension[0-9]+' }))).toContainEqual(
      expect.objectContaining({ path: family, fault: expect.stringMatching(/x-names must match pattern/) }),
    );
  });

  it('the same fault of several versions once', () => {
    const problems = problemsWith('spec/piwik/parameters/visitor/res.json', (content) => ({
      ...content,
      'x-decision': 'piwik.nowhere',
    }));
    expect(problems).toHaveLength(1);
  });
});
