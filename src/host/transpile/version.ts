/** The one version of jco-transpile whose output Remit knows; part of every cache key. */
export const transpilerVersion = '0.15.0';
