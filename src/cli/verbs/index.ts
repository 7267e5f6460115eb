// The verbs in the order of the work, as `entente --help` lists them.
import { admitVerb } from './admit.ts';
import { assessVerb } from './assess.ts';
import { checkVerb } from './check.ts';
import { exportVerb } from './export.ts';
import { importVerb } from './import.ts';
import { newVerb } from './new.ts';
import { planVerb } from './plan.ts';
import { publishVerb } from './publish.ts';
import { rehearseVerb } from './rehearse.ts';
import { serveVerb } from './serve.ts';
import { startVerb } from './start.ts';
import { verifyVerb } from './verify.ts';

export const verbs = [
  startVerb,
  newVerb,
  checkVerb,
  planVerb,
  rehearseVerb,
  serveVerb,
  admitVerb,
  assessVerb,
  publishVerb,
  exportVerb,
  importVerb,
  verifyVerb,
] as const;
