/** Puts a drawn value, its text and a way to write it together into a sample. */
import fc, { type Arbitrary } from 'fast-check';
import type { Cell, Sample, StoredValue } from '../model.ts';
import { type Writing, writing } from './percent.ts';

/** What a value means: its text before any escape, and a cell for each column of the parameter. */
export interface Meaning {
  text: string;
  stored: readonly Cell[];
}

export function is(value: StoredValue): Cell {
  return { kind: 'is', value };
}

/** Samples of the class `name` from the meanings drawn; written in any way unless told which. */
export function drawn(name: string, meanings: Arbitrary<Meaning>, writings = writing): Arbitrary<Sample> {
  return fc.tuple(meanings, writings).map(([meaning, write]: [Meaning, Writing]) => ({
    class: name,
    wire: write(meaning.text),
    stored: meaning.stored,
  }));
}
