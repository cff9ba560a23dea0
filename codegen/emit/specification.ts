import type { Emitter, Source } from './emitter.ts';
import { commentOf } from './json.ts';
import { errata } from './specification/errata.ts';
import { examples } from './specification/examples.ts';
import { opening, transport, wireForms } from './specification/opening.ts';
import { parameters } from './specification/parameters.ts';
import { records } from './specification/records.ts';
import { rules } from './specification/rules.ts';

/** Chapters in the order in which a tracker's author needs them. */
const chapters: readonly [heading: string, text: (source: Source) => string][] = [
  ['Transport', transport],
  ['Wire forms', wireForms],
  ['Parameters', parameters],
  ['Rules', rules],
  ['Records', records],
  ['Errata', errata],
  ['Examples of the sources', examples],
];

/** `specification.md`: everything a tracker's author needs, in one readable document. */
export const specificationFile: Emitter = {
  file: 'specification.md',
  text(source) {
    // A version that no document describes has neither errata nor examples of one.
    const written = chapters
      .map(([heading, text]) => ({ heading, text: text(source) }))
      .filter(({ text }) => text !== '');
    const headings = written.map(({ heading }) => heading);
    const texts = written.map(({ heading, text }) => `## ${heading}\n\n${text}`);
    return [`<!-- ${commentOf('specification', source)} -->\n`, opening(source, headings), ...texts].join('\n');
  },
};
