;; Names of core modules end up in generated code; this one would run there.
(component
  (core module $inner (func (export "x'];globalThis.injected=true;['")))
  (core instance $instance (instantiate $inner))
  (func $run (canon lift (core func $instance "x'];globalThis.injected=true;['")))
  (instance $exported (export "run" (func $run)))
  (export "test:injection/run" (instance $exported)))
