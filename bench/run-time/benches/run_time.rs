//! All cases with criterion, which reports its confidence and compares with earlier measurements.

use bench_run_time::cases;
use criterion::Criterion;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    for case in cases() {
        let mut group = criterion.benchmark_group(format!("{}, {} codes", case.name, case.codes));
        for contender in &case.contenders {
            group
                .bench_function(contender.name, |bencher| bencher.iter_custom(|operations| contender.time(operations)));
        }
        group.finish();
    }
    criterion.final_summary();
}
