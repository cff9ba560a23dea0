/** Samples of the wire form `page-url`: a page as Piwik stores it, its scheme and `www.` apart from the rest. */
import fc, { type Arbitrary } from 'fast-check';
import type { Facts, Parameter, ParameterColumn } from '../../../generated/model.ts';
import type { Cell } from '../model.ts';
import { textOf, word } from './characters.ts';
import { drawn, is, type Meaning } from './drawn.ts';
import type { SampleClasses } from './form.ts';
import { textCell } from './text-cell.ts';

/** `address` is what is stored of the page, `dropped` what is sent behind it and not stored. */
interface Page {
  scheme: 'http' | 'https';
  www: boolean;
  address: string;
  dropped: string;
}

const host = textOf([...'abcdefghijklm'], 1, 8).map((name) => `${name}.example`);
const path = fc.array(textOf([...'abcXYZ019-_'], 1, 8), { maxLength: 3 }).map((parts) => `/${parts.join('/')}`);
const address = fc.tuple(host, path).map((parts) => parts.join(''));

function pages(addresses: Arbitrary<string>, rest: Partial<Page> = {}): Arbitrary<Page> {
  return addresses.map((text): Page => ({ scheme: 'http', www: false, dropped: '', ...rest, address: text }));
}

function prefixOf(page: Page): string {
  return `${page.scheme}://${page.www ? 'www.' : ''}`;
}

function cell(column: ParameterColumn, page: Page, facts: Facts): Cell {
  if (column.column === 'url_prefix') return is((page.scheme === 'https' ? 2 : 0) + (page.www ? 1 : 0));
  return textCell(column, column.column === 'url' ? `${prefixOf(page)}${page.address}` : page.address, facts);
}

const query = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'page', 'id'), word(1, 6)), { minLength: 1, maxLength: 3 })
  .map((pairs) => pairs.map(([name, value], index) => `${name}${index}=${value}`).join('&'));

export function pageUrlSamples(parameter: Parameter, facts: Facts): SampleClasses {
  const of = (name: string, drawnPages: Arbitrary<Page>) =>
    drawn(
      name,
      drawnPages.map(
        (page): Meaning => ({
          text: `${prefixOf(page)}${page.address}${page.dropped}`,
          stored: parameter.columns.map((column) => cell(column, page, facts)),
        }),
      ),
    );
  const port = fc.tuple(host, fc.integer({ min: 1024, max: 65_535 }), path).map(([h, p, rest]) => `${h}:${p}${rest}`);
  return {
    ordinary: of('ordinary', pages(address)),
    query: of('query', pages(fc.tuple(address, query).map((parts) => parts.join('?')))),
    https: of('https', pages(address, { scheme: 'https' })),
    www: of('www', pages(address, { www: true })),
    unicode: of('unicode', pages(address.map((text) => `${text}é`))),
    fragment: of('fragment', pages(address, { dropped: '#part' })),
    port: of('port', pages(port)),
  };
}
