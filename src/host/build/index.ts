export { type BuildOptions, buildPlugin, type BuiltPlugin } from './build.ts';
export { type InspectedInterface, inspectPlugin, type PluginInspection } from './inspect.ts';
export { type Language, languages } from './manifest.ts';
export { newPlugin, type NewPlugin } from './new.ts';
