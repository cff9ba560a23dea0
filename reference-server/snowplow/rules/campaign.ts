import { decode, parseQuery } from '../../../wire/query.ts';
import { constantsOf } from '../constants.ts';
import type { EventRule } from '../event.ts';
import { cleanText } from '../forms/text.ts';

const { parameters, columns } = constantsOf<{ parameters: string[]; columns: string[] }>('campaign');
const columnOf = new Map(parameters.map((parameter, index) => [parameter, columns[index] as string]));

/** The campaign parameters in the query of the page's address; they are decoded twice, as the pipeline did. */
export const campaign: EventRule = ({ row }) => {
  const query = row.page_urlquery;
  if (typeof query !== 'string') return;
  for (const { name, value } of parseQuery(query)) {
    const column = columnOf.get(name);
    if (column !== undefined) row[column] = cleanText(decode(value).text);
  }
};
