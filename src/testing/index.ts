export {
  type ConformanceFinding,
  type ConformanceOptions,
  type ConformanceReport,
  type OperationUsage,
  renderConformance,
  testPlugin,
} from './conformance/index.ts';
export { ManualClock } from './manual-clock.ts';
export { memoryBinding } from './memory-binding.ts';
export { SeededRandom } from './seeded-random.ts';
export { type SendOptions, testApp, type TestApp, type TestOptions } from './test-app.ts';
