(module
  (import "wasi:cli/environment@0.2.0" "get-environment" (func $environment (param i32)))
  (import "wasi:cli/exit@0.2.0" "exit" (func $exit (param i32)))
  (import "wasi:clocks/wall-clock@0.2.0" "now" (func $now (param i32)))
  (import "wasi:sockets/instance-network@0.2.0" "instance-network" (func $network (result i32)))
  (import "wasi:odd/names@0.2.0" "to-string" (func $to-string (result i32)))
  (import "wasi:odd/names@0.2.0" "constructor" (func $constructor (result i32)))
  (memory (export "memory") 20)
  (table 1 funcref)
  (global $next (mut i32) (i32.const 65536))
  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
    (local $at i32)
    (local.set $at (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
    (global.set $next (i32.add (local.get $at) (local.get 3)))
    (local.get $at))
  (func $recurse (param i32) (result i32)
    (i32.add (call $recurse (i32.add (local.get 0) (i32.const 1))) (i32.const 1)))
  ;; The answer stands at 16: tag, pointer, length.
  (func $ok (param $pointer i32) (param $length i32) (result i32)
    (i32.store (i32.const 16) (i32.const 0))
    (i32.store (i32.const 20) (local.get $pointer))
    (i32.store (i32.const 24) (local.get $length))
    (i32.const 16))
  (func (export "test:bounds/run#run") (param $mode i32) (param $size i32) (result i32)
    (local $i i32)
    ;; 1: spins
    (if (i32.eq (local.get $mode) (i32.const 1)) (then (loop $again (br $again))))
    ;; 2: spins with bulk operations, each of which takes long
    (if (i32.eq (local.get $mode) (i32.const 2)) (then (loop $again
      (memory.fill (i32.const 65536) (i32.const 1) (local.get $size)) (br $again))))
    ;; 3: grows until it is refused, then traps
    (if (i32.eq (local.get $mode) (i32.const 3)) (then
      (loop $again (br_if $again (i32.ne (memory.grow (i32.const 1)) (i32.const -1)))) (unreachable)))
    ;; 4: `size` strings that all are the same megabyte
    (if (i32.eq (local.get $mode) (i32.const 4)) (then
      (loop $again
        (i32.store (i32.add (i32.const 65536) (i32.mul (local.get $i) (i32.const 8))) (i32.const 131072))
        (i32.store (i32.add (i32.const 65540) (i32.mul (local.get $i) (i32.const 8))) (i32.const 1048576))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br_if $again (i32.lt_u (local.get $i) (local.get $size))))
      (return (call $ok (i32.const 65536) (local.get $size)))))
    ;; 5: grows its table until it is refused, then traps
    (if (i32.eq (local.get $mode) (i32.const 5)) (then
      (loop $again (br_if $again (i32.ne (table.grow (ref.null func) (i32.const 1000)) (i32.const -1)))) (unreachable)))
    ;; 6: overflows the stack
    (if (i32.eq (local.get $mode) (i32.const 6)) (then (drop (call $recurse (i32.const 0)))))
    ;; 7: traps
    (if (i32.eq (local.get $mode) (i32.const 7)) (then (unreachable)))
    ;; 8: answers with a case that the type does not have
    (if (i32.eq (local.get $mode) (i32.const 8)) (then
      (drop (call $ok (i32.const 0) (i32.const 0))) (i32.store (i32.const 16) (i32.const 7)) (return (i32.const 16))))
    ;; 9: an error of the interface
    (if (i32.eq (local.get $mode) (i32.const 9)) (then
      (i32.store (i32.const 32) (i32.const 0x6c6c6577))
      (drop (call $ok (i32.const 32) (i32.const 4))) (i32.store8 (i32.const 16) (i32.const 1)) (return (i32.const 16))))
    ;; 10: is refused memory, and deals with it
    (if (i32.eq (local.get $mode) (i32.const 10)) (then (drop (memory.grow (i32.const 60000)))
      (i32.store (i32.const 32) (i32.const 0x6c6c7566))
      (drop (call $ok (i32.const 32) (i32.const 4))) (i32.store8 (i32.const 16) (i32.const 1)) (return (i32.const 16))))
    ;; 11: as many empty strings as there are variables in its environment
    (if (i32.eq (local.get $mode) (i32.const 11)) (then (call $environment (i32.const 40))
      (return (call $ok (i32.const 1024) (i32.load (i32.const 44))))))
    (if (i32.eq (local.get $mode) (i32.const 12)) (then (call $exit (i32.const 0))))
    (if (i32.eq (local.get $mode) (i32.const 13)) (then (call $now (i32.const 48))))
    (if (i32.eq (local.get $mode) (i32.const 14)) (then (drop (call $network))))
    (if (i32.eq (local.get $mode) (i32.const 15)) (then (drop (call $to-string))))
    (if (i32.eq (local.get $mode) (i32.const 16)) (then (drop (call $constructor))))
    ;; 17: fills memory of the given size once
    (if (i32.eq (local.get $mode) (i32.const 17)) (then
      (memory.fill (i32.const 65536) (i32.const 1) (local.get $size))))
    (call $ok (i32.const 0) (i32.const 0))))
