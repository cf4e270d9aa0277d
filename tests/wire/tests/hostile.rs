//! A hostile body of a megabyte is read in bounded memory, and in a bounded number of allocations: it may be as long as it
//! likes, but not make work: what is allocated is what is kept, and the rest is passed over once.

use std::alloc::System;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// In times the body's size, everything that is allocated while it is read, even for a moment.
const MOST_MEMORY: usize = 8;
/// Values are read up to a limit, and each takes a few allocations.
const MOST_ALLOCATIONS: usize = 10_000;

// One test, since the counts are of the whole program.
#[test]
fn a_hostile_body_is_read_in_bounded_memory() {
    for (name, body) in wire::hostile::bodies(1 << 20) {
        let read: [fn(&[u8]); 2] = [
            |body| drop(wire::kratos::Error::from_response_parts(400, body)),
            |body| drop(wire::problem::Error::from_response_parts(400, body)),
        ];
        for read in read {
            let region = Region::new(ALLOCATOR);
            read(&body);
            let used = region.change();
            let bytes = used.bytes_allocated.saturating_add_signed(used.bytes_reallocated);
            let count = used.allocations + used.reallocations;
            println!("{name}: {:.2} times its size in {count} allocations", ratio(bytes, body.len()));
            assert!(bytes <= MOST_MEMORY * body.len(), "{name}: {bytes} bytes");
            assert!(count <= MOST_ALLOCATIONS, "{name}: {count} allocations");
        }
    }
}

#[allow(clippy::cast_precision_loss, reason = "only for people")]
fn ratio(bytes: usize, size: usize) -> f64 {
    bytes as f64 / size as f64
}
