import { decode, parseQuery } from '../../../wire/query.ts';
import { constantsOf } from '../constants.ts';
import type { EventRule } from '../event.ts';
import { cleanText } from '../forms/text.ts';

const { parameters, columns } = constantsOf<{ parameters: string[]; columns: string[] }>('campaign');

/** The campaign parameters in the query of the page's address; they are decoded twice, as the pipeline did. */
export const campaign: EventRule = ({ row }) => {
  const query = row.page_urlquery;
  if (typeof query !== 'string') return;
  const pairs = parseQuery(query);
  for (const [index, parameter] of parameters.entries()) {
    const pair = pairs.findLast(({ name }) => name === parameter);
    if (pair !== undefined) row[columns[index] as string] = cleanText(decode(pair.value).text);
  }
};
