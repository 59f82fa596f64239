// class-transformer types its storage apart from the module that holds it, and exports it from neither index.
declare module 'class-transformer/cjs/storage.js' {
  export { defaultMetadataStorage } from 'class-transformer/types/storage.js';
}
