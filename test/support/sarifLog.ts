/**
 * A SARIF log as the tests look at it, and the check with the schema of the standard.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { installPackage } from '#tools/e2e/installPackage.js';

export interface SarifLog {
  readonly runs: readonly [SarifRun];
}

export interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly SarifRule[] } };
  readonly results: readonly SarifResult[];
  readonly invocations: readonly [
    Readonly<
      Record<'toolExecutionNotifications' | 'toolConfigurationNotifications', readonly Notification[]>
    >,
  ];
  readonly properties: { readonly goneSinceBaseline?: number };
}

export interface SarifRule {
  readonly id: string;
  readonly name: string;
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: string };
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [SarifLocation];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly baselineState?: string;
  readonly suppressions?: readonly object[];
}

export interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region: {
      readonly startLine: number;
      readonly startColumn: number;
      readonly endColumn?: number;
    };
  };
  readonly message?: { readonly text: string };
}

interface Notification {
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations?: readonly SarifLocation[];
}

/** What the schema finds wrong in a log; `loadSarifSchema` comes before. */
export function schemaErrors(log: unknown): unknown[] {
  if (!validate) throw new Error('the schema of SARIF is not loaded');
  validate(log);
  return validate.errors ?? [];
}

let validate: ReturnType<Ajv2020['compile']> | undefined;

/** Takes the schema from the tool that the editors of the standard offer for checking logs; it is installed once. */
export async function loadSarifSchema(): Promise<void> {
  if (validate) return;
  const folder = await installPackage({
    name: `@microsoft/sarif-multitool-${process.platform}`,
    version: '5.7.0',
  });
  const schema = JSON.parse(readFileSync(join(folder, 'sarif-2.1.0.json'), 'utf8'));
  const isReference = (text: string): boolean =>
    /^[!-~]*$/.test(text) && URL.canParse(text, 'file:///folder/');
  const formats = {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': isReference,
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
    uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  };
  validate = new Ajv2020({ allErrors: true, strict: false, formats }).compile(schema);
}
