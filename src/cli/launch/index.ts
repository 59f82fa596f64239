export { authenticatorOf } from './authenticator.ts';
export { launch, type Launched, type LaunchOptions, startOptions } from './launch.ts';
export { dataFolder, type Listening, listening } from './settings.ts';
export { stopOnSignal } from './signals.ts';
