(module
  (import "remit:connect/sql@0.1.0" "query" (func $query (param i32 i32 i32 i32 i32)))
  (memory (export "memory") 40)
  (global $next (mut i32) (i32.const 32768))
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
    (local $at i32)
    (local.set $at (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
    (global.set $next (i32.add (local.get $at) (local.get 3)))
    (local.get $at))
  ;; A parameter of the case `tag`, whose content is `length` things at `pointer`.
  (func $parameter (param $tag i32) (param $pointer i32) (param $length i32)
    (i32.store (i32.const 1024) (local.get $tag))
    (i32.store (i32.const 1032) (local.get $pointer))
    (i32.store (i32.const 1036) (local.get $length)))
  (func (export "test:flood/run#run") (param $mode i32) (param $size i32) (result i32)
    (local $i i32)
    ;; A thousand texts or blobs that all are the same megabyte.
    (loop $again
      (i32.store (i32.add (i32.const 65536) (i32.mul (local.get $i) (i32.const 8))) (i32.const 131072))
      (i32.store (i32.add (i32.const 65540) (i32.mul (local.get $i) (i32.const 8))) (i32.const 1048576))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $again (i32.lt_u (local.get $i) (i32.const 1000))))
    (local.set $i (i32.const 0))
    (if (local.get $size) (then (loop $again
      ;; 1: a statement of a megabyte; 2: a blob of a megabyte; 3: texts; 4: blobs; 5: texts that are not there
      (if (i32.eq (local.get $mode) (i32.const 1)) (then
        (call $query (i32.const 131072) (i32.const 1048576) (i32.const 1024) (i32.const 0) (i32.const 2048)))
      (else
        (if (i32.eq (local.get $mode) (i32.const 2)) (then
          (call $parameter (i32.const 4) (i32.const 131072) (i32.const 1048576))))
        (if (i32.eq (local.get $mode) (i32.const 3)) (then
          (call $parameter (i32.const 5) (i32.const 65536) (i32.const 1000))))
        (if (i32.eq (local.get $mode) (i32.const 4)) (then
          (call $parameter (i32.const 6) (i32.const 65536) (i32.const 1000))))
        (if (i32.eq (local.get $mode) (i32.const 5)) (then
          (call $parameter (i32.const 5) (i32.const 65536) (i32.const 100000000))))
        (call $query (i32.const 8) (i32.const 0) (i32.const 1024) (i32.const 1) (i32.const 2048))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $again (i32.lt_u (local.get $i) (local.get $size))))))
    (i32.store (i32.const 16) (i32.const 0))
    (i32.store (i32.const 20) (i32.const 0))
    (i32.store (i32.const 24) (i32.const 0))
    (i32.const 16))
)
