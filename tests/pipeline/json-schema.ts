/** The part of JSON Schema that the feed's description uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  uuid: (text) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  uri: (text) => URL.canParse(text),
  email: (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  "date-time": (text) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)),
};

const typeOf = (value: unknown): string => (Array.isArray(value) ? "array" : value === null ? "null" : typeof value);

/** What is wrong with a value, each with its path; nothing when it fits. Fields that the schema does not name are free. */
export function schemaErrors(
  value: unknown,
  schema: Schema,
  definitions: Readonly<Record<string, Schema>>,
  path = "",
): string[] {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace("#/$defs/", "");
    const target = definitions[name];
    if (target === undefined) throw new Error(`There is no definition "${name}".`);
    return schemaErrors(value, target, definitions, path);
  }
  if (schema.type !== undefined && typeOf(value) !== schema.type)
    return [`${path}: expected ${schema.type}, found ${typeOf(value)}`];
  const errors: string[] = [];
  if (schema.enum !== undefined && !schema.enum.includes(value))
    errors.push(`${path}: ${String(value)} is not allowed`);
  if (schema.format !== undefined && typeof value === "string" && FORMATS[schema.format]?.(value) !== true)
    errors.push(`${path}: "${value}" is no ${schema.format}`);
  if (Array.isArray(value) && schema.items !== undefined) {
    const { items } = schema;
    errors.push(...value.flatMap((item, i) => schemaErrors(item, items, definitions, `${path}/${i}`)));
  }
  if (typeOf(value) === "object") {
    const object = value as Readonly<Record<string, unknown>>;
    for (const key of schema.required ?? []) if (!(key in object)) errors.push(`${path}/${key}: missing`);
    for (const [key, inner] of Object.entries(schema.properties ?? {}))
      if (key in object) errors.push(...schemaErrors(object[key], inner, definitions, `${path}/${key}`));
  }
  return errors;
}
