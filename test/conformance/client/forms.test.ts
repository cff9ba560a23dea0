/** Generated from the facts: nothing here knows a parameter by name. */
import { describe, expect, it } from 'vitest';
import { validators } from '../../../conformance/client/validators.ts';
import type { Facts, Parameter } from '../../../generated/model.ts';
import { findingsOf, get, plainest, versions } from './requests.ts';

const parametersOf = (facts: Facts) => Object.values(facts.parameters);

/** The plainest hit with this parameter written as given, judged; findings of its form only. */
function formFindings(facts: Facts, { name }: Parameter, wire: string) {
  const query = `${plainest(facts, [name])}&${name}=${wire}`;
  return findingsOf(facts, get(facts, query)).filter(
    ({ requirement }) => requirement === `${facts.protocol}.${name}.form`,
  );
}

/** What a parameter of this status is called when its form is broken. */
const verdictOf = (facts: Facts, { name }: Parameter) =>
  facts.requirements[`${facts.protocol}.${name}.form`]?.level === 'MUST' ? 'violation' : 'warning';

/** Text that no form but free text allows: no digit, no letter, no bracket. */
const nonsense = '~!~';

describe.each(versions.map((facts) => [`${facts.protocol} ${facts.version}`, facts] as const))('%s', (_, facts) => {
  const validate = validators[`${facts.protocol}@${facts.version}`];

  it('has a validator', () => {
    expect(validate).toBeTypeOf('function');
  });

  it.each(parametersOf(facts).map((parameter) => [parameter.name, parameter] as const))(
    '%s is satisfied by its examples',
    (_name, parameter) => {
      expect(parameter.examples.length).toBeGreaterThan(0);
      expect(parameter.examples.flatMap(({ wire }) => formFindings(facts, parameter, wire))).toEqual([]);
    },
  );

  it.each(parametersOf(facts).map((parameter) => [parameter.name, parameter] as const))(
    '%s is violated by bytes that are not UTF-8',
    (name, parameter) => {
      const found = formFindings(facts, parameter, '%C3%28');
      expect(found).toMatchObject([{ finding: verdictOf(facts, parameter), parameter: name }]);
    },
  );

  const strict = parametersOf(facts).filter(({ name }) => {
    const alone = validate?.({ [name]: nonsense }) ?? [];
    return alone.some(({ parameter, keyword }) => parameter === name && keyword !== 'required');
  });

  it('has forms that refuse some text', () => {
    expect(strict.length).toBeGreaterThan(20);
  });

  it.each(strict.map((parameter) => [parameter.name, parameter] as const))(
    '%s is violated by a value of another form',
    (name, parameter) => {
      const [found, ...others] = formFindings(facts, parameter, nonsense);
      expect(others).toEqual([]);
      expect(found).toMatchObject({ finding: verdictOf(facts, parameter), parameter: name });
      for (const part of [`${name}="`, 'Expected:', `such as ${name}=`]) expect(found?.message).toContain(part);
    },
  );

  it('misses nothing in the plainest hit', () => {
    const found = findingsOf(facts, get(facts, plainest(facts)));
    expect(found.filter(({ finding }) => finding !== 'information')).toEqual([]);
  });

  const required = parametersOf(facts).filter(({ level }) => level === 'required');
  it.each(required.map(({ name }) => name))('%s is required', (name) => {
    const expected = [{ finding: 'violation', requirement: `${facts.protocol}.${name}.required`, parameter: name }];
    const violations = (query: string) =>
      findingsOf(facts, get(facts, query)).filter(({ finding }) => finding === 'violation');
    expect(violations(`${plainest(facts, [name])}&unheard=1`)).toMatchObject(expected);
    expect(violations(`${plainest(facts, [name])}&${name}=`)).toMatchObject(expected);
  });

  const recommended = parametersOf(facts).filter(({ level }) => level === 'recommended');
  it.each(recommended.map(({ name }) => name))('%s is recommended, which is information', (name) => {
    const found = findingsOf(facts, get(facts, plainest(facts)));
    const id = `${facts.protocol}.${name}.recommended`;
    expect(found.filter(({ requirement }) => requirement === id)).toMatchObject([{ finding: 'information' }]);
  });
});
