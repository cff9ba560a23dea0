/** All wire forms of the protocol. */
import type { WireFormName } from '../../../generated/snowplow/2014-01/facts.ts';
import { base64Json } from './base64-json.ts';
import { code } from './code.ts';
import { decimal } from './decimal.ts';
import { dimensions } from './dimensions.ts';
import { epochMillis } from './epoch-millis.ts';
import { flag } from './flag.ts';
import type { Form } from './form.ts';
import { integer } from './integer.ts';
import { json } from './json.ts';
import { text } from './text.ts';

/** By the names the spec gives them; addresses and URLs are kept as the text they are, rules look into them later. */
export const forms = {
  text,
  integer,
  decimal,
  dimensions,
  flag,
  code,
  json,
  'epoch-millis': epochMillis,
  'base64-json': base64Json,
  'ip-address': text,
  url: text,
} satisfies Readonly<Record<WireFormName, Form>>;

export type Forms = Readonly<Record<keyof typeof forms, Form>>;
