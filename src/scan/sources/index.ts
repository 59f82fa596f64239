export { loadApplication, type LoadedApplication } from './load-application.ts';
export { lineReader } from './lines.ts';
export { applicationRoot } from './root.ts';
export { indexSources } from './source-index.ts';
