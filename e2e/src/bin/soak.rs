//! Reloads without a network and updates, many times: `cargo xtask soak`.

use std::time::Instant;

use parallax_e2e::soak;

/// How often.
const RELOADS: usize = 200;
const UPDATES: usize = 50;

fn main() {
    let start = Instant::now();
    soak::reloads(RELOADS);
    println!("  {RELOADS} reloads without a network ({:.0} s)", start.elapsed().as_secs_f32());
    let start = Instant::now();
    soak::updates(UPDATES);
    println!("  {UPDATES} updates ({:.0} s)", start.elapsed().as_secs_f32());
}
