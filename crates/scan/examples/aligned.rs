//! Prints how well passages are paired in made reports, for seeds that are named (or the first few), and
//! how many planted disagreements are found, and
//! how long two articles of a thousand sentences take:
//! `cargo run -p parallax-scan --example aligned -- 1 2 3`; `--errors` shows the mistakes.

use parallax_engine::{Engine, build, compare::Link};
use parallax_scan::{Case, Disputed, Tally, cases, disputes, long_case, mistakes};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let errors = arguments.iter().any(|it| it == "--errors");
    let mut seeds: Vec<u64> = arguments.iter().filter_map(|it| it.parse().ok()).collect();
    if seeds.is_empty() {
        seeds = vec![1, 2, 3];
    }
    println!("seed cases precision recall moved-precision moved-recall | heavy: the same");
    for seed in seeds {
        let [mut all, mut heavy] = [Tally::default(); 2];
        for case in cases(510, seed) {
            let links = links(&case)?;
            all = all.with(&case, &links);
            if case.heavy {
                heavy = heavy.with(&case, &links);
            }
            if errors {
                mistakes(&case, &links).iter().for_each(|it| println!("{it}"));
            }
        }
        println!("{seed} 510 {:.2?} | {:.2?} | {all:?}", all.parts(), heavy.parts());
        let mut disputed = Disputed::default();
        for case in disputes(510, seed) {
            disputed = disputed.with(&case, &links(&case)?);
        }
        println!("  disagreements: {:.2?} | {disputed:?}", disputed.parts());
    }
    timed(&long_case(1_000, 1))
}

fn timed(case: &Case) -> Result<(), Box<dyn std::error::Error>> {
    let engine = engine(case)?;
    let mut fastest = f64::MAX;
    for _ in 0..9 {
        let start = std::time::Instant::now();
        std::hint::black_box(engine.compare_closely(&case.report.id, &case.retold.id));
        fastest = fastest.min(start.elapsed().as_secs_f64() * 1000.0);
    }
    println!(
        "1000 sentences: {fastest:.1} ms, {:.2?}",
        Tally::default().with(case, &links(case)?).parts()
    );
    Ok(())
}

fn links(case: &Case) -> Result<Vec<Link>, Box<dyn std::error::Error>> {
    Ok(engine(case)?
        .compare_closely(&case.report.id, &case.retold.id)
        .map_or(Vec::new(), |it| it.links))
}

fn engine(case: &Case) -> Result<Engine, Box<dyn std::error::Error>> {
    Ok(Engine::open(build(&[case.report.clone(), case.retold.clone()])?.pack)?)
}
