// All catalogues; a room's words stand in a file of their own beside this one and are listed here, in order of the alphabet.
import type { Catalogue } from '../catalogue-type.ts';
import { answerWords } from './answers.ts';
import { appWords } from './app.ts';
import { appAdmitWords } from './app-admit.ts';
import { assessWords } from './assess.ts';
import { beginWords } from './begin.ts';
import { cliWords } from './cli.ts';
import { conductWords } from './conduct.ts';
import { conductConsentWords } from './conduct-consent.ts';
import { conductDocumentWords } from './conduct-document.ts';
import { conductTalkWords } from './conduct-talk.ts';
import { documentWords } from './document.ts';
import { documentCheckWords } from './document-checks.ts';
import { documentContentWords } from './document-content.ts';
import { exerciseMarkingWords } from './exercise-marking.ts';
import { filesWords } from './files.ts';
import { kernelWords } from './kernel.ts';
import { logWords } from './log.ts';
import { planWords } from './plan.ts';
import { planCloserWords } from './plan-closer.ts';
import { planGenerateWords } from './plan-generate.ts';
import { planLivingWords } from './plan-living.ts';
import { planMissingWords } from './plan-missing.ts';
import { planProofWords } from './plan-proofs.ts';
import { planWayWords } from './plan-way.ts';
import { planWaySerialsWords } from './plan-way-serials.ts';
import { planWhyWords } from './plan-why.ts';
import { planWhySerialsWords } from './plan-why-serials.ts';
import { planWitnessWords } from './plan-witness.ts';
import { productWords } from './product.ts';
import { productColumnWords } from './product-columns.ts';
import { productNameWords } from './product-names.ts';
import { productPlanWords } from './product-plan.ts';
import { productReportWords } from './product-report.ts';
import { rehearseWords } from './rehearse.ts';
import { releaseWords } from './release.ts';
import { screenWords } from './screen.ts';
import { screenActsWords } from './screen-acts.ts';
import { screenEventsPlayWords } from './screen-events-play.ts';
import { screenEventsRunningWords } from './screen-events-running.ts';
import { screenFiguresWords } from './screen-figures.ts';
import { screenPlanningWords } from './screen-planning.ts';
import { screenViewsWords } from './screen-views.ts';
import { serverWords } from './server.ts';
import { storeWords } from './store.ts';
import { yamlWords } from './yaml.ts';
import { yamlAdviceWords } from './yaml-advice.ts';

// biome-ignore format: one catalogue a line
export const catalogues: readonly Catalogue[] = [
  answerWords,
  appWords,
  appAdmitWords,
  assessWords,
  beginWords,
  cliWords,
  conductWords,
  conductConsentWords,
  conductDocumentWords,
  conductTalkWords,
  documentWords,
  documentCheckWords,
  documentContentWords,
  exerciseMarkingWords,
  filesWords,
  kernelWords,
  logWords,
  rehearseWords,
  planCloserWords,
  planGenerateWords,
  planLivingWords,
  planProofWords,
  planWitnessWords,
  planMissingWords,
  planWayWords,
  planWaySerialsWords,
  planWhyWords,
  planWhySerialsWords,
  planWords,
  productWords,
  productColumnWords,
  productNameWords,
  productPlanWords,
  productReportWords,
  releaseWords,
  screenWords,
  screenActsWords,
  screenEventsPlayWords,
  screenEventsRunningWords,
  screenFiguresWords,
  screenPlanningWords,
  screenViewsWords,
  storeWords,
  serverWords,
  yamlAdviceWords,
  yamlWords,
];

/** Every message by its key; a test sees that no key stands in two catalogues. */
export const messages: ReadonlyMap<string, Catalogue[string]> = new Map(catalogues.flatMap((catalogue) => Object.entries(catalogue)));
