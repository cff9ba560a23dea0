import type { TargetFacts } from '../model.ts';
import { tokenPlaceholder } from './curl.ts';

/** The value without any token the target was given. */
export function withoutTokens<Value>(value: Value, { token, roleTokens = {} }: TargetFacts): Value {
  return [token, ...Object.values(roleTokens)].reduce<Value>((rest, secret) => redacted(rest, secret), value);
}

/**
 * Puts `$BEACONFORM_TOKEN` for the token in every text of a value, also where it stands percent-encoded.
 * A token shorter than four characters is only known by its parameter: as bare text it would be everywhere.
 */
export function redacted<Value>(value: Value, token: string | undefined): Value {
  if (!token) return value;
  const forms = [...new Set([token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)])];
  const replace = (text: string): string => {
    if (token.length >= 4) return forms.reduce((rest, form) => rest.replaceAll(form, tokenPlaceholder), text);
    return forms.reduce(
      (rest, form) =>
        rest
          .replaceAll(`token_auth=${form}`, `token_auth=${tokenPlaceholder}`)
          .replaceAll(`"token_auth":"${form}"`, `"token_auth":"${tokenPlaceholder}"`),
      text,
    );
  };
  return mapTexts(value, replace) as Value;
}

function mapTexts(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, replace)]));
}
