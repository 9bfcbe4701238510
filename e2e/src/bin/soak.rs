//! Reloads without a network, updates, and kills of the browser, many times; and documents without end: `cargo
//! xtask soak`.

use std::time::{Duration, Instant, SystemTime};

use parallax_e2e::{
    Engine,
    hostile::{long_pack, walk_long},
    kills::{Kills, kills},
    soak,
};

/// How often.
const RELOADS: usize = 200;
const UPDATES: usize = 50;
const KILLS: usize = 50;

/// The longest documents: a line of so many bytes, and so many quotations; and how long the page may be busy.
const LINE: usize = 10_000_000;
const QUOTATIONS: usize = 100_000;
const BUSY: Duration = Duration::from_secs(2);

fn main() {
    let parts: [(&str, fn()); 4] = [
        ("reloads", || {
            timed(|| soak::reloads(RELOADS), |()| format!("{RELOADS} reloads without a network"));
        }),
        ("updates", || timed(|| soak::updates(UPDATES), |()| format!("{UPDATES} updates"))),
        ("long", || {
            let walk = || walk_long(&long_pack(LINE, QUOTATIONS), BUSY);
            timed(walk, |()| format!("a line of {LINE} bytes and {QUOTATIONS} quotations"));
        }),
        ("kills", || [Engine::Chromium, Engine::Firefox].into_iter().for_each(killed)),
    ];
    let wanted = std::env::args().nth(1);
    for (_, run) in parts.iter().filter(|(name, _)| wanted.as_deref().is_none_or(|it| it == *name))
    {
        run();
    }
}

fn killed(engine: Engine) {
    if !engine.is_here() {
        println!("  {engine:?} is not on this machine");
        return;
    }
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let seed = now.map_or(1, |now| now.as_secs());
    println!("  {engine:?} is killed, seed {seed}");
    timed(
        || kills(engine, KILLS, seed),
        |told| {
            let Kills { installing, promised, opened, refused } = told;
            format!(
                "{KILLS} kills of {engine:?}, {installing} while it first installed: promised {promised} times, opened \
                 without a network {opened} times, its storage refused by the browser {refused} times"
            )
        },
    );
}

fn timed<T>(run: impl FnOnce() -> T, told: impl FnOnce(T) -> String) {
    let start = Instant::now();
    let told = told(run());
    println!("  {told} ({:.0} s)", start.elapsed().as_secs_f32());
}
