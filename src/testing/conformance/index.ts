export type { ConformanceOptions } from './options.ts';
export { renderConformance } from './render.ts';
export type { ConformanceFinding, ConformanceReport, OperationUsage } from './report.ts';
export { testPlugin } from './test-plugin.ts';
