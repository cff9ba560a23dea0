/** The place of a value that each run has for itself, by its name: `visitor_0`, `BEACONFORM_TOKEN`. */
export interface Slot {
  slot: string;
}

/** A text with the places where fresh values go. */
export type Template = readonly (string | Slot)[];

/** The values of one run of a script, by the names of their slots. */
export type SlotValues = ReadonlyMap<string, string>;

/** Finds the values of a run in a text. */
export function templateOf(text: string, values: SlotValues): Template {
  let template: Template = [text];
  // A longer value may begin with a shorter one.
  const byLength = [...values].sort(([, a], [, b]) => b.length - a.length);
  for (const [slot, value] of byLength) {
    template = template.flatMap((piece) => (typeof piece === 'string' ? parted(piece, slot, value) : [piece]));
  }
  return template.filter((piece) => piece !== '');
}

function parted(text: string, slot: string, value: string): Template {
  // So short a text is everywhere: only where it is a parameter's value is it taken for the token.
  const sign = slot.startsWith('BEACONFORM_TOKEN') && value.length < 4 ? 'token_auth=' : '';
  return text.split(`${sign}${value}`).flatMap((part, index) => (index === 0 ? [part] : [sign, { slot }, part]));
}

/** The text of another run. */
export function filled(template: Template, values: SlotValues): string {
  return template.map((piece) => (typeof piece === 'string' ? piece : (values.get(piece.slot) ?? ''))).join('');
}

export function slotsOf(template: Template): string[] {
  return template.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.slot]));
}
