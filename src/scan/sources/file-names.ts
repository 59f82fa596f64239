import { sep } from 'node:path';

/**
 * Files as sentences name them: by as little of the end of their path as tells them apart. Where a file stands, the
 * place beside the sentence says.
 */
export function fileNames(files: readonly string[]): (file: string) => string {
  const paths = [...new Set(files)].map((file) => file.split(sep));
  return (file) => {
    const own = file.split(sep);
    for (let parts = 1; parts < own.length; parts++) {
      const name = own.slice(-parts).join('/');
      if (paths.filter((path) => path.slice(-parts).join('/') === name).length <= 1) return name;
    }
    return file;
  };
}
