import type { Level, WireFormFacts } from '../model.ts';
import type { WireFormFile } from '../read/shapes.ts';
import type { Edition } from './edition.ts';

/** Classes of value an edition draws for a wire form; a version's own list (`piwik@5`) goes before its protocol's. */
export function valueClassesOf(wireForm: WireFormFile, { protocol, version }: Edition): Record<string, Level> {
  return wireForm.valueClasses[`${protocol.protocol}@${version}`] ?? wireForm.valueClasses[protocol.protocol] ?? {};
}

/** The wire forms that parameters of the edition use, by name. */
export function wireFormsOf(edition: Edition): Record<string, WireFormFacts> {
  const used = new Set(edition.parameters.map(({ content }) => content['x-wire-form']));
  const forms = [...edition.wireForms.values()].filter(({ wireForm }) => used.has(wireForm));
  return Object.fromEntries(
    forms.map((form) => [
      form.wireForm,
      { wireForm: form.wireForm, description: form.description, valueClasses: valueClassesOf(form, edition) },
    ]),
  );
}
