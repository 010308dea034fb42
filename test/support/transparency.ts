import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const SCHEMA = path.join(__dirname, '../contract/transparency-database.schema.json');

/** What the EC transparency database would find wrong with a statement; empty when it takes it. */
export function faultsOf(): (statement: unknown) => string[] {
  const ajv = new Ajv({ allErrors: true, strictTypes: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(fs.readFileSync(SCHEMA, 'utf8')) as object);
  return (statement) =>
    validate(statement)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
