import { constantsOf } from '../constants.ts';
import type { EventRule } from '../event.ts';

const { codes, names } = constantsOf<{ codes: string[]; names: string[] }>('event');
const nameOf = new Map(codes.map((code, index) => [code, names[index] as string]));

/** The code in `e` becomes the name of the event. */
export const event: EventRule = ({ row }) => {
  row.event = nameOf.get(String(row.event)) ?? null;
};
