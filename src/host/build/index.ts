export { type BuildOptions, buildPlugin, type BuiltPlugin } from './build.ts';
export { type InspectedInterface, inspectPlugin, type PluginInspection } from './inspect.ts';
