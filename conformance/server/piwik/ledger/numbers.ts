/** Questions about how numbers are written, and about numbers that are too large. */
import { facts, type RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { ExpectedColumn, StoredValue } from '../../model.ts';
import { type Plugin, plugins } from '../draw/computer.ts';
import { get, type Pairs, wireOf } from '../request/hit.ts';
import { ordering } from '../request/order.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { mayHold } from '../row/cells.ts';
import { type Columns, of, row } from '../row/rows.ts';
import { type Probe, questions } from './probe.ts';

const amounts = ['revenue', 'ec_st', 'ec_tx', 'ec_sh', 'ec_dt'] as const;
const pieceCount: RequirementId = 'piwik.ec_items.wide';

type Numeric = Plugin | (typeof amounts)[number];

/** Spellings are less usual values: the requirement of those, where a parameter has one. */
function requirementOf(name: Numeric): RequirementId {
  const wide = `piwik.${name}.wide`;
  return wide in facts.requirements ? (wide as RequirementId) : `piwik.${name}.stored`;
}

const requirements = [...plugins, ...amounts].map(requirementOf);

/** A text, and what is stored of it when it is read as a whole, only when plain, or up to where it ends to be a number. */
type Spelling = readonly [text: string, whole: StoredValue, plain: StoredValue, beginning: StoredValue];

/** The column of a parameter in a record, by its own requirement. */
function cellOf(
  record: string,
  name: Numeric,
  answer: (requirement: RequirementId) => ExpectedColumn,
): [column: string, ExpectedColumn] {
  const own = facts.parameters[name]?.columns.find((column) => column.record === record);
  if (own === undefined) throw new Error(`${name} fills no column of ${record}`);
  return [own.column, answer(requirementOf(name))];
}

function spelt(record: string, names: readonly Numeric[], spellings: readonly Spelling[]): Columns {
  return Object.fromEntries(
    spellings.map(([, whole, plain, beginning], index) =>
      cellOf(record, names[index] as Numeric, (requirement) =>
        mayHold('piwik.number-spelling', { whole, plain, beginning }, requirement),
      ),
    ),
  );
}

function written(names: readonly Numeric[], spellings: readonly Spelling[]): Pairs {
  return spellings.map(([text], index) => [names[index] as Numeric, wireOf(text)]);
}

/** A page view of a browser whose plugins are told by these texts. */
function flags(...spellings: readonly Spelling[]): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    return {
      requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ...written(plugins, spellings)]))],
      expected: [row('log_visit', 'visit', of(who), requirementOf('fla'), spelt('log_visit', plugins, spellings))],
    };
  };
}

/** An order whose amounts are told by these texts. */
function costs(...spellings: readonly Spelling[]): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const pairs = [...viewing(page(0, identity)), ...ordering(identity.text(0))];
    const stored = spelt('log_conversion', amounts, spellings);
    return {
      requests: [get(hitOf(who, target, [...pairs, ...written(amounts, spellings)]))],
      expected: [row('log_conversion', 'order', of(who), requirementOf('revenue'), stored)],
    };
  };
}

/** Ends of a column of one byte, and what lies beyond them. */
const beyond: Probe = (identity, target) => {
  const who = person(0, identity);
  const values = [127, 128, 1000, -128, -129, -1000];
  const stored = values.map((value, index) => {
    const nearest = Math.max(-128, Math.min(value, 127));
    const missing = nearest === value ? value : 0;
    return cellOf('log_visit', plugins[index] as Plugin, (requirement) =>
      mayHold('piwik.number-range', { nearest, kept: value, missing }, requirement),
    );
  });
  const pairs: Pairs = values.map((value, index) => [plugins[index] as Plugin, String(value)]);
  return {
    requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ...pairs]))],
    expected: [row('log_visit', 'visit', of(who), requirementOf('fla'), Object.fromEntries(stored))],
  };
};

/** An order of one item in so many pieces; what the order and the item hold at most or least. */
function pieces(sent: number, nearest: readonly [total: number, quantity: number]): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const list = JSON.stringify([[`SKU ${identity.text(1)}`, 'Item', 'Category', 1, sent]]);
    const pairs: Pairs = [...viewing(page(0, identity)), ...ordering(identity.text(0)), ['ec_items', wireOf(list)]];
    const held = (most: number) => mayHold('piwik.number-range', { nearest: most, kept: sent, missing: 1 }, pieceCount);
    return {
      requests: [get(hitOf(who, target, pairs))],
      expected: [
        row('log_conversion', 'order', of(who), pieceCount, { items: held(nearest[0]) }),
        row('log_conversion_item', 'item', of(who), pieceCount, { quantity: held(nearest[1]) }),
      ],
    };
  };
}

export const numberQuestions = questions({
  id: 'piwik.ledger-numbers',
  requirements: [...requirements, pieceCount],
  features: ['ecommerce'],
  probes: {
    'whole numbers': flags(
      ['+7', 7, 0, 7],
      [' 7', 7, 0, 7],
      [' \t\v\f8', 8, 0, 8],
      ['7.0', 7, 0, 7],
      ['8.00', 8, 0, 8],
      ['9.', 9, 0, 9],
      ['7e0', 7, 0, 7],
      ['12', 12, 12, 12],
      ['-12', -12, -12, -12],
    ),
    'no whole numbers': flags(
      ['7 ', 0, 0, 7],
      ['8x', 0, 0, 8],
      ['x9', 0, 0, 0],
      ['7.5', 0, 0, 7],
      ['8,0', 0, 0, 8],
      ['--9', 0, 0, 0],
      ['.7', 0, 0, 0],
      ['8e', 0, 0, 8],
      ['-0', 0, 0, 0],
    ),
    amounts: costs(
      ['+1.5', '1.5', '0', '1.5'],
      [' 2.5', '2.5', '0', '2.5'],
      ['.5', '0.5', '0', '0.5'],
      ['1e2', '100', '0', '1'],
      ['-3.25', '-3.25', '-3.25', '-3.25'],
    ),
    'more amounts': costs(
      ['1.5E+1', '15', '0', '1.5'],
      ['25e-1', '2.5', '0', '25'],
      ['125e-3', '0.13', '0', '125'],
      ['5e-2', '0.05', '0', '5'],
      ['12.', '12', '0', '12'],
    ),
    'exponents of two digits': costs(
      ['50000000000e-10', '5', '0', '50000000000'],
      [' \t\v\f7', '7', '0', '7'],
      ['0.00001e5', '1', '0', '0'],
      ['1.25e1', '12.5', '0', '1.25'],
      ['007.50', '7.5', '7.5', '7.5'],
    ),
    'no amounts': costs(
      ['1,5', '0', '0', '1'],
      ['2.5 ', '0', '0', '2.5'],
      ['x3.5', '0', '0', '0'],
      ['4.5x', '0', '0', '4.5'],
      ['.', '0', '0', '0'],
    ),
    'other texts': costs(
      ['1e', '0', '0', '1'],
      ['e1', '0', '0', '0'],
      ['--1', '0', '0', '0'],
      ['1.2.3', '0', '0', '1.2'],
      ['1e1x', '0', '0', '1'],
    ),
    'beyond the column': beyond,
    'many pieces': pieces(70_000, [65_535, 70_000]),
    'more pieces than can be': pieces(10_000_000_000, [65_535, 4_294_967_295]),
    'pieces given back': pieces(-5, [0, 0]),
  },
});
