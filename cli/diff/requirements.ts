import type { Facts, Requirement } from '../../generated/model.ts';
import type { Difference, Sentence } from './model.ts';

/**
 * Requirements of rules that only one version has, or that have another level. What a parameter implies by itself is
 * left out: the parameters tell it.
 */
export function requirementsBetween(from: Facts, to: Facts): Difference['requirements'] {
  return {
    added: ofRules(to)
      .filter(({ id }) => !(id in from.requirements))
      .map(sentence),
    removed: ofRules(from)
      .filter(({ id }) => !(id in to.requirements))
      .map(sentence),
    changed: ofRules(from).flatMap(({ id, level }) => {
      const after = to.requirements[id]?.level;
      return after === undefined || after === level ? [] : [{ id, from: level, to: after }];
    }),
  };
}

function ofRules({ requirements }: Facts): Requirement[] {
  return Object.values(requirements).filter(({ rule }) => rule !== undefined);
}

function sentence({ id, level, binds, sentence }: Requirement): Sentence {
  return { id, level, binds, sentence };
}
